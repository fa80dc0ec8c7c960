'use client';

import { useState } from 'react';
import { useParams } from 'next/navigation';

export default function Order() {
  const { orderId } = useParams<{ orderId: string }>();
  const [text, setText] = useState('');
  const [told, setTold] = useState('');

  async function advance(step: string) {
    const response = await fetch(`/api/orders/${orderId}/${step}`, { method: 'POST' });
    setTold(response.ok ? `Done: ${step}` : 'That failed');
  }

  async function note() {
    const response = await fetch(`/api/orders/${orderId}/notes`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    if (!response.ok) {
      setTold('The note is lost');
    }
  }

  return (
    <p>
      <button onClick={() => advance('pack')}>Pack</button>
      <button onClick={() => advance('ship')}>Ship</button>
      <input value={text} onChange={(event) => setText(event.target.value)} />
      <button onClick={note}>Note</button>
      {told}
    </p>
  );
}
