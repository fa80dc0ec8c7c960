'use client';

import { useState } from 'react';

export default function Page() {
  const [message, setMessage] = useState('');

  async function save(text: string) {
    const res = await fetch('/api/notes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    const data = await res.json();
    setMessage(res.ok ? `${data.count} notes` : data.error);
  }

  return <button onClick={() => save('Buy milk')}>Save {message}</button>;
}
