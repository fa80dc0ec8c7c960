'use client';

import { useState } from 'react';

export default function Page() {
  const [message, setMessage] = useState('');

  const pay = async (amount: number, paidAt?: Date) => {
    const res = await fetch('/api/deposits', {
      method: 'POST',
      body: JSON.stringify({ amount, paidAt: paidAt?.toISOString() }),
    });
    const data = await res.json();
    setMessage(res.ok ? `Balance: ${data.balance}` : data.error);
  };

  return <button onClick={() => pay(12)}>Pay {message}</button>;
}
