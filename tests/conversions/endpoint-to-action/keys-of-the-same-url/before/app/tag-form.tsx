'use client';

import { useState } from 'react';
import { mutatePrefix } from '@/lib/swr/mutate';

export function TagForm() {
  const [name, setName] = useState('');

  const create = async () => {
    const res = await fetch('/api/tags', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    if (res.ok) {
      await mutatePrefix(['/api/tags', '/api/links']);
      setName('');
    }
  };

  return (
    <>
      <input value={name} onChange={(event) => setName(event.target.value)} />
      <button onClick={create}>Create</button>
      <button onClick={() => mutatePrefix('/api/tags')}>Refresh</button>
    </>
  );
}
