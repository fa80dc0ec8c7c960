'use client';

import { useState } from 'react';

export function Vote({ option }: { option: string }) {
  const [message, setMessage] = useState(option);

  async function vote() {
    const res = await fetch('/api/votes', { method: 'POST', body: JSON.stringify({ option }) });
    if (!res.ok) {
      const { error } = await res.json();
      setMessage(error.message);
      return;
    }
    const { votes } = await res.json();
    setMessage(`${option}: ${votes}`);
  }

  return <button onClick={vote}>{message}</button>;
}

export function useVotes(url: string) {
  return fetch(`${url}/votes`, { method: 'POST' });
}
