'use client';

import { useState } from 'react';

export default function Notes() {
  const [count, setCount] = useState(0);

  async function add() {
    const response = await fetch('/api/notes', { method: 'POST', body: JSON.stringify({ text: 'Hello' }) });
    const data = await response.json();
    setCount(data.count);
  }

  return <button onClick={add}>{count}</button>;
}
