'use client';

import { useState } from 'react';

export default function Page() {
  const [name, setName] = useState('');
  const [error, setError] = useState('');

  const save = async () => {
    const res = await fetch('/api/profile', {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    if (!res.ok) {
      const data = await res.json();
      setError(data.error);
    }
  };

  return (
    <form action={save}>
      <input value={name} onChange={(event) => setName(event.target.value)} />
      <p>{error}</p>
    </form>
  );
}
