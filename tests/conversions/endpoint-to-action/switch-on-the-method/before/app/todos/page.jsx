'use client';

import { useState } from 'react';

export default function Page() {
  const [title, setTitle] = useState('');

  async function add() {
    const res = await fetch('/api/todos', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title }),
    });
    if (!res.ok) {
      alert(await res.text());
    }
  }

  async function clear() {
    await fetch('/api/todos', { method: 'DELETE' });
    setTitle('');
  }

  return (
    <div>
      <input value={title} onChange={(event) => setTitle(event.target.value)} />
      <button onClick={add}>Add</button>
      <button onClick={clear}>Clear</button>
    </div>
  );
}
