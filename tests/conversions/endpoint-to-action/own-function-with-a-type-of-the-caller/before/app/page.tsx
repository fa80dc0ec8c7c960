'use client';

import { useState } from 'react';
import type { Boat } from '@/lib/boats';
import { post } from '@/lib/post';

export default function Harbour() {
  const [told, setTold] = useState('');

  async function arrive() {
    try {
      const boat = await post<Boat>('/api/boats', { name: 'Alma', length: 9 });
      setTold(`Berth ${boat.berth}`);
    } catch {
      setTold('No berth');
    }
  }

  return <button onClick={arrive}>{told || 'Moor'}</button>;
}
