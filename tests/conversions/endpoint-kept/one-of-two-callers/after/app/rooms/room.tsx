'use client';

import { useEffect, useState } from 'react';
import { updateRoomAction } from './actions';

export function Room({ id, draft }: { id: string; draft: string }) {
  const [name, setName] = useState('');

  useEffect(() => {
    const leaving = () => {
      // Outlives the page.
      fetch(`/api/rooms/${id}`, { method: 'PUT', keepalive: true, body: JSON.stringify({ name: draft }) });
    };
    window.addEventListener('pagehide', leaving);
    return () => window.removeEventListener('pagehide', leaving);
  }, [id, draft]);

  const save = async () => {
    await updateRoomAction({ id, body: { name } });
  };

  return (
    <p>
      <input value={name} onChange={(event) => setName(event.target.value)} />
      <button onClick={save}>Save</button>
    </p>
  );
}
