'use client';

import { useState } from 'react';

export default function Steps() {
  const [total, setTotal] = useState(0);

  async function walk() {
    const response = await fetch('/api/steps', { method: 'POST', body: JSON.stringify({ count: 10 }) });
    if (response.ok) {
      const data = await response.json();
      setTotal(data.total);
    }
  }

  return <button onClick={walk}>{total}</button>;
}
