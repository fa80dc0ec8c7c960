'use client';

import { useState } from 'react';

export function Like({ post }: { post: string }) {
  const [likes, setLikes] = useState(0);

  async function send() {
    const formData = new FormData();
    formData.set('post', post);
    const res = await fetch('/api/likes', { method: 'POST', body: formData });
    if (res.ok) {
      const data = await res.json();
      setLikes(data.likes);
    }
  }

  return <button onClick={send}>{likes} likes</button>;
}
