'use client';

import { useState } from 'react';

export default function Page() {
  const [error, setError] = useState('');

  const add = async (name: string) => {
    const res = await fetch('/api/tags', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    if (!res.ok) {
      setError('That did not work.');
    }
  };

  return <button onClick={() => add('new')}>Add {error}</button>;
}
