'use server';

import { changePost } from '@/lib/db';

export async function updatePost({
  id,
  title,
  body,
}: {
  id: string;
  title: string;
  body: string;
}) {
  const post = await changePost(id, { title, body });
  if (!post) {
    return { ok: false as const, data: { error: 'Not found' } };
  }
  return { ok: true as const, data: post };
}
