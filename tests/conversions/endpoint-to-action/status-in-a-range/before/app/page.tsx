'use client';

import { useState } from 'react';

export default function Page() {
  const [ticket, setTicket] = useState('');

  const book = async (seat: string) => {
    const res = await fetch('/api/tickets', { method: 'POST', body: JSON.stringify({ seat }) });
    if (res.status >= 400) {
      throw new Error('Not booked');
    }
    const { id } = await res.json();
    setTicket(id);
  };

  const bookAnother = async (seat: string) => {
    const res = await fetch('/api/tickets', { method: 'POST', body: JSON.stringify({ seat }) });
    if ([200, 201].includes(res.status)) {
      const data = await res.json();
      setTicket(data.id);
    }
  };

  return (
    <>
      <p>{ticket}</p>
      <button onClick={() => book('1a')}>Book</button>
      <button onClick={() => bookAnother('1b')}>Book another</button>
    </>
  );
}
