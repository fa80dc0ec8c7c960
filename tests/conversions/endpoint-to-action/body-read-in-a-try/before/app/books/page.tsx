'use client';

import { useState } from 'react';

export default function Page() {
  const [message, setMessage] = useState('');

  async function send(stars: number) {
    const response = await fetch('/api/reviews', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ book: 'Emil', stars }),
    });
    const data = await response.json();
    setMessage(response.ok ? `Thank you for review ${data.id}` : data.error);
  }

  return <button onClick={() => send(5)}>{message || 'Five stars'}</button>;
}
