'use client';

import { useState } from 'react';

export function RoomForm({ roomId }: { roomId?: string }) {
  const [name, setName] = useState('');
  const [told, setTold] = useState('');

  async function save() {
    const url = roomId ? `/api/rooms/${roomId}` : '/api/rooms';
    const response = await fetch(url, {
      method: roomId ? 'PUT' : 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name }),
    });
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
