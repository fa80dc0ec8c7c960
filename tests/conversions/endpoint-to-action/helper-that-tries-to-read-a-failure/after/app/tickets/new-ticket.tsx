'use client';

import { useState } from 'react';
import { readFailureResult } from '@/lib/messages';
import { createTicket } from './actions';

export function NewTicket() {
  const [title, setTitle] = useState('');
  const [message, setMessage] = useState('');

  async function save() {
    try {
      const res = await createTicket(title);
      if (!res.ok) throw new Error(await readFailureResult(res, 'The ticket was not saved'));
      const { id } = res.data;
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
