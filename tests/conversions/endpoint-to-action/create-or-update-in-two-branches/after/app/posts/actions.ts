'use server';

import { insertPost, changePost } from '@/lib/db';

export async function createPost({ title, body }: { title: string; body: string }) {
  if (!title) {
    return { ok: false as const, data: { error: 'A title is needed' } };
  }
  await insertPost({ title, body });
  return { ok: true as const };
}

export async function updatePost({
  id,
  body: { title, body },
}: {
  id: string;
  body: { title: string; body: string };
}) {
  const post = await changePost(id, { title, body });
  if (!post) {
    return { ok: false as const, data: { error: 'Not found' } };
  }
  return { ok: true as const };
}
