'use server';

import { cookies } from 'next/headers';
import { addPost } from '../../lib/posts';
import { userOf } from '../../lib/session';

// Publishes a post in the name of whoever is signed in
export async function createPost(title: string) {
  const user = await userOf((await cookies()).get('token')?.value);
  if (!user) {
    return { ok: false as const, status: 401, data: { error: 'Please sign in' } };
  }

  if (!title) {
    return { ok: false as const, status: 400, data: { error: 'A post needs a title' } };
  }
  return { ok: true as const, status: 201, data: { id: await addPost(title, user.name) } };
}
