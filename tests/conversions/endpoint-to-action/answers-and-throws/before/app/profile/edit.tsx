'use client';

import { useState } from 'react';

export function Edit() {
  const [state, setState] = useState('');

  const save = async (name: string, motto: string) => {
    const response = await fetch('/api/profile', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name, motto }),
    });
    setState(response.ok ? 'Saved' : 'Not saved');
  };

  const remove = async () => {
    await fetch('/api/profile', { method: 'DELETE' });
    setState('Gone');
  };

  return (
    <>
      <button onClick={() => save('Ada', 'Upwards')}>Save</button>
      <button onClick={remove}>Remove</button>
      {state}
    </>
  );
}
