'use client';

import { useState } from 'react';

export function Bet({ horse }: { horse: string }) {
  const [told, setTold] = useState('');

  async function bet() {
    const response = await fetch('/api/bets', { method: 'POST', body: JSON.stringify({ horse }) });
    if (!response.ok) {
      const failure = await response.json() as { error: string };
      setTold(failure.error);
      return;
    }
    const { stake } = await response.json() as { stake: number };
    setTold(`${stake} on ${horse}`);
  }

  return <button onClick={bet}>{told || 'Bet'}</button>;
}
