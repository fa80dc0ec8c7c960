'use client';

import { useState } from 'react';

export function Piece({ slug, piece }: { slug: string; piece: string }) {
  const [note, setNote] = useState('');

  async function move(room: string) {
    const res = await fetch(`/api/galleries/${slug}/pieces/${piece}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ room }),
    });
    if (!res.ok) {
      const { error } = await res.json();
      setNote(error);
      return;
    }
    const { room: now } = await res.json();
    setNote(`It hangs in ${now}`);
  }

  return (
    <p>
      <button onClick={() => move('Blue room')}>{piece}</button> {note}
    </p>
  );
}
