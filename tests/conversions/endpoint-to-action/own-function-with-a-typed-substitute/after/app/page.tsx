'use client';

import { useState } from 'react';
import { type Answer } from '@/lib/ask';
import { createGuest } from './actions';

export default function Door() {
  const [name] = useState('Ann');
  const [told, setTold] = useState('');

  async function enter() {
    const { value, problem } = await (createGuest(name)
      .then(({ ok, data: value }) => {
        if (!ok) {
          return { value: null, problem: value.error };
        }
        return { value: value as { seat: number }, problem: null };
      })
      .catch(() => ({ value: null, problem: 'Nobody is at the door' })) as Promise<Answer<{ seat: number }>>);
    setTold(problem === null ? `Seat ${value.seat}` : problem);
  }

  return <button onClick={enter}>{told || 'Enter'}</button>;
}
