'use client';

import { useState } from 'react';
import { updateGroup, deleteGroup } from './actions';

export function Group({ id }: { id: string }) {
  const [message, setMessage] = useState('');

  const rename = async (name: string) => {
    const response = await updateGroup({ id, name });
    if (!response.ok) {
      setMessage(response.data);
      return;
    }
    const group = response.data;
    setMessage(`Now called ${group.name}`);
  };

  const leave = async () => {
    const response = await deleteGroup(id);
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
