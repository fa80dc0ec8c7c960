'use client';

import { useState } from 'react';

export function Group({ id }: { id: string }) {
  const [message, setMessage] = useState('');

  const rename = async (name: string) => {
    const response = await fetch(`/api/groups/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    if (!response.ok) {
      setMessage(await response.text());
      return;
    }
    const group = await response.json();
    setMessage(`Now called ${group.name}`);
  };

  const leave = async () => {
    const response = await fetch(`/api/groups/${id}`, { method: 'DELETE' });
    setMessage(response.ok ? 'You have left' : 'You are still here');
  };

  return (
    <p>
      {message}
      <button onClick={() => rename('Writers')}>Rename</button>
      <button onClick={leave}>Leave</button>
    </p>
  );
}
