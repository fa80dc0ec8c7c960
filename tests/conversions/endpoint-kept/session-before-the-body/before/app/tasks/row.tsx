'use client';

import { useState } from 'react';

export function Row({ task }: { task: { id: string; title: string } }) {
  const [title, setTitle] = useState(task.title);
  const [message, setMessage] = useState('');

  async function save() {
    const res = await fetch(`/api/tasks/${task.id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title }),
    });
    if (!res.ok) {
      const { error } = await res.json();
      setMessage(error);
      return;
    }
    setMessage('Saved');
  }

  return (
    <li>
      <input value={title} onChange={(event) => setTitle(event.target.value)} />
      <button onClick={save}>{message || 'Save'}</button>
    </li>
  );
}
