'use client';

import { useState } from 'react';
import type { Post } from '@/lib/db';

export function PostForm({ post, onSaved }: { post?: Post; onSaved: (post: Post) => void }) {
  const [values, setValues] = useState({ title: post?.title ?? '', body: post?.body ?? '' });
  const isNew = !post;

  async function save() {
    try {
      const url = isNew ? '/api/posts' : `/api/posts/${post.id}`;
      const method = isNew ? 'POST' : 'PUT';

      const response = await fetch(url, {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ title: values.title, body: values.body }),
      });
      const data = await response.json();

      if (!response.ok) {
        throw new Error(data.error);
      }
      onSaved(data);
    } catch (error) {
      console.error(error);
    }
  }

  return <input value={values.title} onChange={(event) => setValues({ ...values, title: event.target.value })} onBlur={save} />;
}
