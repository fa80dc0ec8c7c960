'use client';

import { useState } from 'react';

export function KeyForm() {
  const [error, setError] = useState('');

  async function create(name: string) {
    const response = await fetch('/api/keys', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    if (!response.ok) {
      setError(response.statusText);
      return;
    }
    const { key } = await response.json();
    setError(`Your key is ${key}`);
  }

  return <button onClick={() => create('mine')}>New key {error}</button>;
}
