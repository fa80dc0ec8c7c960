'use client';

import { useState } from 'react';

export function Title({ id }: { id: string }) {
  const [error, setError] = useState('');

  async function save(title: string) {
    const response = await fetch(`/api/boards/${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title }),
    });
    const data = await response.json();
    setError(response.ok ? '' : data.error);
  }

  return (
    <>
      <input onBlur={(event) => save(event.target.value)} />
      <p>{error}</p>
    </>
  );
}
