'use client';

import { createPost, updatePost } from './actions';

export async function savePost(id: string | null, values: { title: string; body: string }) {
  let response;
  if (id) {
    response = await updatePost({ id, body: values });
  } else {
    response = await createPost(values);
  }
  if (!response.ok) {
    const { error } = response.data;
    return error as string;
  }
  return null;
}
