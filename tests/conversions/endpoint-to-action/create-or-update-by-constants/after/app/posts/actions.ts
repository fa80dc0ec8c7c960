'use server';

import { insertPost, changePost } from '@/lib/db';

export async function createPost({ title, body }: { title: string; body: string }) {
  if (!title) {
    return { ok: false as const, data: { error: 'A title is needed' } };
  }
  return { ok: true as const, data: await insertPost({ title, body }) };
}

export async function updatePost({ id, title, body }: { id: string; title: string; body: string }) {
  const post = await changePost(id, { title, body });
  if (!post) {
    return { ok: false as const, data: { error: 'Not found' } };
  }
  return { ok: true as const, data: post };
}
