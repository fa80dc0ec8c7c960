'use client';

import { useState } from 'react';

export function Desk({ floor, desk }: { floor: string; desk: string }) {
  const [told, setTold] = useState('');

  async function take() {
    const response = await fetch(`/api/desks/${floor}/${desk}`, { method: 'POST' });
    const data = await response.json();
    setTold(response.ok ? `Booked for ${data.visitor}` : data.error);
  }

  return <button onClick={take}>{told || 'Book'}</button>;
}
