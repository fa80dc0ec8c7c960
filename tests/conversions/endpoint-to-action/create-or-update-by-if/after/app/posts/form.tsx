'use client';

import { createPost, updatePost } from './actions';

export async function savePost(id: string | null, values: { title: string; body: string }) {
  const res = await (id
    ? updatePost({ id, body: values })
    : createPost(values));
  if (!res.ok) throw new Error('The post was not saved');
}
