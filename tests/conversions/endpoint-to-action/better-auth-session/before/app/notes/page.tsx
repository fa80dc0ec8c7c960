'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);

  async function add() {
    setError(null);
    const response = await fetch('/api/notes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    if (!response.ok) {
      const data = await response.json();
      setError(data.error || 'Something went wrong');
      return;
    }
    setText('');
  }

  return (
    <p>
      <input value={text} onChange={(event) => setText(event.target.value)} />
      <button onClick={add}>Add</button> {error}
    </p>
  );
}
