'use client';

import { useState } from 'react';

export function Move({ slug, gameId }: { slug: string; gameId: string }) {
  const [message, setMessage] = useState('');

  async function play() {
    const res = await fetch(`/api/clubs/${slug}/games/${gameId}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ move: 'e4' }),
    });
    if (!res.ok) {
      const { error } = await res.json();
      setMessage(error.message);
      return;
    }
    const game = await res.json();
    setMessage(`Played ${game.move}`);
  }

  return <button onClick={play}>{message || 'e4'}</button>;
}
