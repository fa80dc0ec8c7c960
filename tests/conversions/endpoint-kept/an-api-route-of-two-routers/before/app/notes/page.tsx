'use client';

import { useState } from 'react';

export default function Page() {
  const [message, setMessage] = useState('');

  async function add() {
    const response = await fetch('/api/notes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'New' }),
    });
    const note = await response.json();
    setMessage(response.ok ? `Note ${note.id}` : note.message);
  }

  return <button onClick={add}>{message || 'Add'}</button>;
}
