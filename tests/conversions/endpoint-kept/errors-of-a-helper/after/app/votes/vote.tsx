'use client';

import { useState } from 'react';
import { createVoteAction } from './actions';

export function Vote({ option }: { option: string }) {
  const [message, setMessage] = useState(option);

  async function vote() {
    const res = await createVoteAction(option);
    if (!res.ok) {
      const { error } = res.data;
      setMessage(error.message);
      return;
    }
    const { votes } = res.data;
    setMessage(`${option}: ${votes}`);
  }

  return <button onClick={vote}>{message}</button>;
}

export function useVotes(url: string) {
  return fetch(`${url}/votes`, { method: 'POST' });
}
