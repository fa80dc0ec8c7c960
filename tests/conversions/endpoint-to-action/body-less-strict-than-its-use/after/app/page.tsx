'use client';

import { useState } from 'react';
import { createDeposit } from './actions';

export default function Page() {
  const [message, setMessage] = useState('');

  const pay = async (amount: number, paidAt?: Date) => {
    const { ok, data } = await createDeposit({ amount, paidAt: paidAt?.toISOString() });
    setMessage(ok ? `Balance: ${data.balance}` : data.error);
  };

  return <button onClick={() => pay(12)}>Pay {message}</button>;
}
