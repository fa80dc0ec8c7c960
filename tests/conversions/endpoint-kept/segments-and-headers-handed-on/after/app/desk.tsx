'use client';

import { useState } from 'react';
import { createDeskAction } from './actions';

export function Desk({ floor, desk }: { floor: string; desk: string }) {
  const [told, setTold] = useState('');

  async function take() {
    const { ok, data } = await createDeskAction({ floor, desk });
    setTold(ok ? `Booked for ${data.visitor}` : data.error);
  }

  return <button onClick={take}>{told || 'Book'}</button>;
}
