'use client';

import { useState } from 'react';

export function Bell({ tower }: { tower: string }) {
  const [heard, setHeard] = useState('');

  async function ring(times: number) {
    const response = await fetch(`/api/towers/${tower}`, { method: 'POST', body: JSON.stringify({ times }) });
    const answer = await response.json();
    setHeard(response.ok ? `${answer.times} times` : answer.error);
  }

  return <button onClick={() => ring(3)}>Ring {heard}</button>;
}
