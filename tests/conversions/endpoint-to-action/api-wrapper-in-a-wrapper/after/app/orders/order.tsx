'use client';

import { useState } from 'react';
import { createOrder } from './actions';

export function Order({ items }: { items: string[] }) {
  const [message, setMessage] = useState('');

  const order = async () => {
    const { ok, data: answer } = await createOrder(items);
    if (!ok) {
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
