'use client';

import { useState } from 'react';

export function TicketForm() {
  const [subject, setSubject] = useState('');
  const [message, setMessage] = useState('');

  async function send() {
    const response = await fetch('/api/tickets', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ subject }),
    });
    const data = await response.json();
    setMessage(response.ok ? `Ticket ${data.number}` : data.error);
  }

  return (
    <form action={send}>
      <input value={subject} onChange={(event) => setSubject(event.target.value)} />
      <p>{message}</p>
    </form>
  );
}
