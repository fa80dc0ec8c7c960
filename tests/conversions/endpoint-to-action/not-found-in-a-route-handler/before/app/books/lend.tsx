'use client';

import { useState } from 'react';

export function Lend({ id }: { id: string }) {
  const [message, setMessage] = useState('');

  async function lend() {
    const response = await fetch(`/api/books/${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ isLent: true }),
    });
    if (response.status === 404) {
      setMessage('This book is gone');
    } else if (response.ok) {
      const { title } = await response.json();
      setMessage(`Enjoy ${title}`);
    } else {
      setMessage('Somebody was faster');
    }
  }

  return <button onClick={lend}>Lend {message}</button>;
}
