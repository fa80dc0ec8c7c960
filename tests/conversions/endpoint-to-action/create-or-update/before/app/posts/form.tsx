'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Post } from '@/lib/db';

export function PostForm({ post }: { post?: Post }) {
  const router = useRouter();
  const [title, setTitle] = useState(post?.title ?? '');
  const [message, setMessage] = useState('');

  async function save() {
    const res = await fetch(post ? `/api/posts/${post.id}` : '/api/posts', {
      method: post ? 'PUT' : 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title, body: '' }),
    });
    if (!res.ok) {
      const { error } = await res.json();
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
