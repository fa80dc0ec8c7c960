'use client';

import { useState } from 'react';

export function Form({ id }: { id?: string }) {
  const [title, setTitle] = useState('');
  const [message, setMessage] = useState('');

  async function save() {
    const response = await fetch(id ? `/api/recipes/${id}` : '/api/recipes', {
      method: id ? 'PUT' : 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title }),
    });
    const data = await response.json();
    setMessage(response.ok ? `Saved ${data.title}` : data.error);
  }

  return (
    <form action={save}>
      <input value={title} onChange={(event) => setTitle(event.target.value)} />
      {message}
    </form>
  );
}
