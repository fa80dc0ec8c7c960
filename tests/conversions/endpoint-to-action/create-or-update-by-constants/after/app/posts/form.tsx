'use client';

import { useState } from 'react';
import type { Post } from '@/lib/db';
import { createPost, updatePost } from './actions';

export function PostForm({ post, onSaved }: { post?: Post; onSaved: (post: Post) => void }) {
  const [values, setValues] = useState({ title: post?.title ?? '', body: post?.body ?? '' });
  const isNew = !post;

  async function save() {
    try {
      const { ok, data } = await (isNew
        ? createPost({ title: values.title, body: values.body })
        : updatePost({ id: post.id, title: values.title, body: values.body }));

      if (!ok) {
        throw new Error(data.error);
      }
      onSaved(data);
    } catch (error) {
      console.error(error);
    }
  }

  return <input value={values.title} onChange={(event) => setValues({ ...values, title: event.target.value })} onBlur={save} />;
}
