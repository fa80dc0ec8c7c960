'use client';

import { createPost, updatePost } from './actions';

export function save(id: string | undefined, values: { title: string; body: string }) {
  return (id !== undefined
    ? updatePost({ id, body: values })
    : createPost(values)).then((res) => {
    if (!res.ok) throw new Error('Failed');
    return res.data;
  });
}
