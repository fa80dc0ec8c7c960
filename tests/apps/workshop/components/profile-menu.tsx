'use client';

import { useState } from 'react';
import useSWR, { mutate } from 'swr';
import { fetcher } from '@/lib/fetcher';

export function ProfileMenu() {
  const { data: me } = useSWR<{ name: string } | null>('/api/me', fetcher);
  const [name, setName] = useState('');
  const [error, setError] = useState('');

  const rename = async () => {
    setError('');
    const res = await fetch('/api/me', {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    const data = await res.json();
    if (!res.ok) {
      setError(data.error);
      return;
    }
    mutate('/api/me', data, false);
  };

  if (!me) return null;
  return (
    <div>
      {me.name} <input aria-label="New name" value={name} onChange={(e) => setName(e.target.value)} />
      <button onClick={rename}>Rename</button>
      {error && <p role="alert">{error}</p>}
    </div>
  );
}
