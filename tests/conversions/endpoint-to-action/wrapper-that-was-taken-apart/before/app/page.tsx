'use client';

import { useState } from 'react';

export default function Page() {
  const [count, setCount] = useState(0);
  const [error, setError] = useState('');

  async function add(text: string) {
    const res = await fetch('/api/notes', { method: 'POST', body: JSON.stringify({ text }) });
    const data = await res.json();
    if (res.ok) setCount(data.count);
    else setError(data.error);
  }

  return <button onClick={() => add('Buy milk')}>{error || count}</button>;
}
