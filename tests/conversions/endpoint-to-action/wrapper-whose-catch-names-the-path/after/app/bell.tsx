'use client';

import { useState } from 'react';
import { createTower } from './actions';

export function Bell({ tower }: { tower: string }) {
  const [heard, setHeard] = useState('');

  async function ring(times: number) {
    const { ok, data: answer } = await createTower({ tower, times });
    setHeard(ok ? `${answer.times} times` : answer.error);
  }

  return <button onClick={() => ring(3)}>Ring {heard}</button>;
}
