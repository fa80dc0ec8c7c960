'use client';

import { useState } from 'react';

export default function Page() {
  const [title, setTitle] = useState('');

  async function save(post: { id: string }) {
    const response = await fetch(`/api/posts/${post.id}`, {
      method: 'PATCH',
      headers: {
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({
        title,
      }),
    });

    if (!response?.ok) {
      return alert('Your post was not saved. Please try again.');
    }
  }

  return <input value={title} onChange={(event) => setTitle(event.target.value)} onBlur={() => save({ id: '1' })} />;
}
