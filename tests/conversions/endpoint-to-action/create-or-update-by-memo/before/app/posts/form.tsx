'use client';

import { useMemo, useState } from 'react';
import type { Post } from '@/lib/db';

export function PostForm({ post, onSaved }: { post?: Post; onSaved: (message: string) => void }) {
  const [title, setTitle] = useState(post?.title ?? '');

  const endpoint = useMemo(() => {
    if (post) {
      return { method: 'PUT', url: `/api/posts/${post.id}`, message: 'Saved' };
    }
    return { method: 'POST', url: '/api/posts', message: 'Added' };
  }, [post]);

  const save = async () => {
    const response = await fetch(endpoint.url, {
      method: endpoint.method,
      body: JSON.stringify({ title, body: post?.body ?? '' }),
    });
    if (response.ok) {
      onSaved(endpoint.message);
    } else {
      const { error } = await response.json();
      onSaved(error);
    }
  };

  return <input value={title} onChange={(event) => setTitle(event.target.value)} onBlur={save} />;
}
