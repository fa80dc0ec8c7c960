'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  async function vote(stars: number) {
    const res = await fetch('/api/votes', { method: 'POST', body: JSON.stringify({ stars }) });
    if (res.ok) {
      const { votes } = await res.json();
      setText(`${votes} votes`);
    } else {
      const { error } = await res.json();
      setText(error);
    }
  }

  return <button onClick={() => vote(3)}>{text || 'Vote'}</button>;
}
