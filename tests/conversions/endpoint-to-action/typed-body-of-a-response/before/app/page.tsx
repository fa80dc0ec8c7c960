'use client';

import { useState } from 'react';

export default function Page() {
  const [message, setMessage] = useState('');

  async function rename(id: string, title: string) {
    const response = await fetch(`/api/notes/${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title }),
    });
    if (!response.ok) {
      const data: { error?: string } = await response.json();
      setMessage(data.error ?? 'That did not work');
      return;
    }
    setMessage('Renamed');
  }

  return <button onClick={() => rename('1', 'Groceries')}>Rename {message}</button>;
}
