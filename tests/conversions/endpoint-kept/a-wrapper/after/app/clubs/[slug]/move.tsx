'use client';

import { useState } from 'react';
import { updateGameAction } from './actions';

export function Move({ slug, gameId }: { slug: string; gameId: string }) {
  const [message, setMessage] = useState('');

  async function play() {
    const res = await updateGameAction({ slug, gameId, move: 'e4' });
    if (!res.ok) {
      const { error } = res.data;
      setMessage(error.message);
      return;
    }
    const game = res.data;
    setMessage(`Played ${game.move}`);
  }

  return <button onClick={play}>{message || 'e4'}</button>;
}
