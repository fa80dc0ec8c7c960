'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  async function enter(ticketId: string) {
    const res = await fetch(`/api/tickets/${ticketId}/use`, { method: 'POST' });
    const body = await res.json();
    setText(res.ok ? `Seat ${body.seat}` : body.error);
  }

  return <button onClick={() => enter('a1')}>{text || 'Enter'}</button>;
}
