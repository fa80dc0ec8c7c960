'use server';

import { cookies } from 'next/headers';
import { addPost } from '../../lib/posts';
import { userOf } from '../../lib/session';

export async function createPost(title: string) {
  const user = await userOf((await cookies()).get('token')?.value);
  if (!user) {
    return { ok: false as const, status: 401, data: { error: 'Please sign in' } };
  }

  return { ok: true as const, status: 201, data: { id: await addPost(title, user.name) } };
}
