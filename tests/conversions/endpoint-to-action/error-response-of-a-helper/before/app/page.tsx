'use client';

import { useState } from 'react';

export default function Page() {
  const [error, setError] = useState('');

  async function add(tag: string) {
    const res = await fetch('/api/tags', { method: 'POST', body: JSON.stringify({ tag }) });
    if (!res.ok) {
      const data = await res.json();
      setError(data.error);
    }
  }

  return <button onClick={() => add('new')}>{error || 'Add'}</button>;
}
