'use client';

import { useState } from 'react';
import { updatePiece } from './actions';

export function Piece({ slug, piece }: { slug: string; piece: string }) {
  const [note, setNote] = useState('');

  async function move(room: string) {
    const res = await updatePiece({ slug, pieceId: piece, room });
    if (!res.ok) {
      const { error } = res.data;
      setNote(error);
      return;
    }
    const { room: now } = res.data;
    setNote(`It hangs in ${now}`);
  }

  return (
    <p>
      <button onClick={() => move('Blue room')}>{piece}</button> {note}
    </p>
  );
}
