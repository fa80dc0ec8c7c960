'use client';

import { useState } from 'react';
import { moor } from '@/lib/harbour';

export default function Harbour() {
  const [told, setTold] = useState('');

  async function arrive() {
    const { data, error } = await moor('Alma', 9);
    if (error !== null) {
      setTold(error);
      return;
    }
    setTold(`Berth ${data.berth}`);
  }

  return <button onClick={arrive}>{told || 'Moor'}</button>;
}
