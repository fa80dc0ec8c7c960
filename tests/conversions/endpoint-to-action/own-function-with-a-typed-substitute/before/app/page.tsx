'use client';

import { useState } from 'react';
import { ask } from '@/lib/ask';

export default function Door() {
  const [name] = useState('Ann');
  const [told, setTold] = useState('');

  async function enter() {
    const { value, problem } = await ask<{ seat: number }>('/api/guests', { name });
    setTold(problem === null ? `Seat ${value.seat}` : problem);
  }

  return <button onClick={enter}>{told || 'Enter'}</button>;
}
