'use client';

import { useState } from 'react';

export function Order({ items }: { items: string[] }) {
  const [message, setMessage] = useState('');

  const order = async () => {
    const response = await fetch('/api/orders', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ items }),
    });
    const answer = await response.json();
    if (!response.ok) {
      setMessage(answer.message);
      return;
    }
    setMessage(`Your order has number ${answer.number}`);
  };

  return (
    <p>
      <button onClick={order}>Order</button> {message}
    </p>
  );
}
