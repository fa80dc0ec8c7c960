'use client';

import { useState } from 'react';
import { createLamp } from './actions';

export function Lamp({ room }: { room: string }) {
  const [told, setTold] = useState('off');

  async function light() {
    const response = await createLamp(room);
    if (!response.ok || response.status !== 200) {
      setTold(response.data);
    } else {
      setTold('on');
    }
  }

  return <button onClick={light}>{told}</button>;
}
