'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  async function vote(option: string) {
    const res = await fetch('/api/votes', { method: 'POST', body: JSON.stringify({ option }) });
    const data = await res.json();
    setText(res.ok ? `${data.count} votes` : data.error);
  }

  return <button onClick={() => vote('yes')}>Yes {text}</button>;
}
