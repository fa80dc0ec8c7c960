'use client';

import { useState } from 'react';
import { createBetAction } from './actions';

export function Bet({ horse }: { horse: string }) {
  const [told, setTold] = useState('');

  async function bet() {
    const response = await createBetAction({ horse });
    if (!response.ok) {
      const failure = response.data as { error: string };
      setTold(failure.error);
      return;
    }
    const { stake } = response.data as { stake: number };
    setTold(`${stake} on ${horse}`);
  }

  return <button onClick={bet}>{told || 'Bet'}</button>;
}
