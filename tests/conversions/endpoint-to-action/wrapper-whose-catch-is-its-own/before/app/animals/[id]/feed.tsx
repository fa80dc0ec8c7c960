'use client';

import { useState } from 'react';

export function Feed({ id }: { id: string }) {
  const [text, setText] = useState('');

  async function feed() {
    try {
      const res = await fetch(`/api/animals/${id}`, { method: 'PUT', body: JSON.stringify({ fed: 'hay' }) });
      const body = await res.json();
      setText(res.ok ? `${body.name} eats` : body.error);
    } catch {
      setText('Nothing came back');
    }
  }

  return <button onClick={feed}>{text || 'Feed'}</button>;
}
