'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Post } from '@/lib/db';
import { updatePost } from './actions';

export function PostForm({ post }: { post?: Post }) {
  const router = useRouter();
  const [title, setTitle] = useState(post?.title ?? '');
  const [message, setMessage] = useState('');

  async function save() {
    const { ok, data } = await (post
      ? updatePost({ id: post.id, title, body: '' })
      : fetch('/api/posts', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ title, body: '' }),
        }).then(async (response) => ({ ok: response.ok, data: await response.json() })));
    if (!ok) {
      setMessage(data.error);
      return;
    }
    router.push(`/posts/${data.id}`);
  }

  return (
    <form action={save}>
      <input value={title} onChange={(event) => setTitle(event.target.value)} />
      <button>Save</button>
      <p>{message}</p>
    </form>
  );
}
