'use client';

import { useState } from 'react';
import { createRoomAction } from './actions';

export function RoomForm({ roomId }: { roomId?: string }) {
  const [name, setName] = useState('');
  const [told, setTold] = useState('');

  async function save() {
    const response = await (roomId
      ? fetch(`/api/rooms/${roomId}`, {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ name }),
        }).then((res) => ({ ok: res.ok }))
      : createRoomAction(name));
    setTold(response.ok ? 'Saved' : 'Not saved');
  }

  return (
    <form action={save}>
      <input value={name} onChange={(event) => setName(event.target.value)} />
      <button>Save</button>
      {told}
    </form>
  );
}
