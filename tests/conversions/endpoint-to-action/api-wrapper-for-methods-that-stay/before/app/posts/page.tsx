'use client';

import { useState } from 'react';

export default function Page() {
  const [message, setMessage] = useState('');

  async function publish(title: string) {
    const res = await fetch('/api/posts', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title }),
    });
    if (res.status === 401) {
      location.href = '/login';
      return;
    }
    const data = await res.json();
    setMessage(res.ok ? `Post ${data.id}` : data.error);
  }

  return <button onClick={() => publish('Hello')}>Publish {message}</button>;
}
