'use client';

import { useState } from 'react';
import { createTicket } from '@/app/actions';

export function TicketForm() {
  const [subject, setSubject] = useState('');
  const [message, setMessage] = useState('');

  async function send() {
    const { ok, data } = await createTicket(subject);
    setMessage(ok ? `Ticket ${data.number}` : data!.error);
  }

  return (
    <form action={send}>
      <input value={subject} onChange={(event) => setSubject(event.target.value)} />
      <p>{message}</p>
    </form>
  );
}
