'use client';

import { useState } from 'react';
import { updateBoard } from './actions';

export function Title({ id }: { id: string }) {
  const [error, setError] = useState('');

  async function save(title: string) {
    const { ok, data } = await updateBoard({ id, title });
    setError(ok ? '' : data.error);
  }

  return (
    <>
      <input onBlur={(event) => save(event.target.value)} />
      <p>{error}</p>
    </>
  );
}
