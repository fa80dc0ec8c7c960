'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Post } from '@/lib/db';
import { createPost, updatePost } from './actions';

export function PostForm({ post }: { post?: Post }) {
  const router = useRouter();
  const [title, setTitle] = useState(post?.title ?? '');
  const [message, setMessage] = useState('');

  async function save() {
    const res = await (post
      ? updatePost({ id: post.id, title, body: '' })
      : createPost({ title, body: '' }));
    if (!res.ok) {
      const { error } = res.data;
      setMessage(error);
      return;
    }
    router.refresh();
  }

  return (
    <form action={save}>
      <input value={title} onChange={(event) => setTitle(event.target.value)} />
      <button>Save</button>
      <p>{message}</p>
    </form>
  );
}
