'use client';

import { useState } from 'react';

export function Lamp({ room }: { room: string }) {
  const [told, setTold] = useState('off');

  async function light() {
    const response = await fetch('/api/lamps', { method: 'POST', body: JSON.stringify({ room }) });
    if (!response.ok || response.status !== 200) {
      setTold(await response.text());
    } else {
      setTold('on');
    }
  }

  return <button onClick={light}>{told}</button>;
}
