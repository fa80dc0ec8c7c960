'use client';

import { useState } from 'react';
import { createVote } from './actions';

export default function Page() {
  const [message, setMessage] = useState('');

  async function vote(choice: string) {
    const { ok, data } = await createVote(choice);
    setMessage(ok ? `You said ${data.choice}` : data.error);
  }

  return <button onClick={() => vote('yes')}>{message || 'Yes'}</button>;
}
