'use client';

import { useState } from 'react';
import { createReview } from './actions';

export default function Page() {
  const [message, setMessage] = useState('');

  async function send(stars: number) {
    const { ok, data } = await createReview({ book: 'Emil', stars });
    setMessage(ok ? `Thank you for review ${data.id}` : data.error);
  }

  return <button onClick={() => send(5)}>{message || 'Five stars'}</button>;
}
