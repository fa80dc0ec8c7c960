'use client';

import { useMemo, useState } from 'react';
import type { Post } from '@/lib/db';
import { createPost, updatePost } from './actions';

export function PostForm({ post, onSaved }: { post?: Post; onSaved: (message: string) => void }) {
  const [title, setTitle] = useState(post?.title ?? '');

  const endpoint = useMemo(() => {
    if (post) {
      return { method: 'PUT', url: `/api/posts/${post.id}`, message: 'Saved' };
    }
    return { method: 'POST', url: '/api/posts', message: 'Added' };
  }, [post]);

  const save = async () => {
    const response = await (post
      ? updatePost({ id: post.id, title, body: post?.body ?? '' })
      : createPost({ title, body: '' }));
    if (response.ok) {
      onSaved(endpoint.message);
    } else {
      const { error } = response.data;
      onSaved(error);
    }
  };

  return <input value={title} onChange={(event) => setTitle(event.target.value)} onBlur={save} />;
}
