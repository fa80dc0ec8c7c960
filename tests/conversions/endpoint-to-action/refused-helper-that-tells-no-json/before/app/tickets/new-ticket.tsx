'use client';

import { useState } from 'react';
import { readFailure } from '@/lib/messages';

export function NewTicket() {
  const [title, setTitle] = useState('');
  const [message, setMessage] = useState('');

  async function save() {
    try {
      const res = await fetch('/api/tickets', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ title }),
      });
      if (!res.ok) throw new Error(await readFailure(res, 'The ticket was not saved'));
      const { id } = await res.json();
      setMessage(`Ticket ${id} is saved`);
    } catch (error) {
      setMessage((error as Error).message);
    }
  }

  return (
    <form action={save}>
      <input value={title} onChange={(event) => setTitle(event.target.value)} />
      <p>{message}</p>
    </form>
  );
}
