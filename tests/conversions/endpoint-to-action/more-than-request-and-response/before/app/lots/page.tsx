'use client';

import { useState } from 'react';
import useSWR from 'swr';

const read = (url: string) => fetch(url).then((res) => res.json());

export default function Page() {
  const { data: lots } = useSWR<string[]>('/api/lots', read);
  const [message, setMessage] = useState('');

  async function offer(lot: string, amount: number) {
    const res = await fetch('/api/lots', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ lot, amount }),
    });
    const answer = await res.json();
    setMessage(res.ok ? `${answer.amount} for ${answer.lot}` : answer.problem);
  }

  return (
    <>
      {message}
      {lots?.map((lot) => (
        <button key={lot} onClick={() => offer(lot, 100)}>
          {lot}
        </button>
      ))}
    </>
  );
}
