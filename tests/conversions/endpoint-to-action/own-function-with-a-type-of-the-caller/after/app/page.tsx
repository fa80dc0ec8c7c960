'use client';

import { useState } from 'react';
import type { Boat } from '@/lib/boats';
import { createBoat } from './actions';

export default function Harbour() {
  const [told, setTold] = useState('');

  async function arrive() {
    try {
      const response = await createBoat({ name: 'Alma', length: 9 });
      if (!response.ok) {
        throw new Error('The harbour office said no');
      }
      const boat = response.data as Boat;
      setTold(`Berth ${boat.berth}`);
    } catch {
      setTold('No berth');
    }
  }

  return <button onClick={arrive}>{told || 'Moor'}</button>;
}
