'use client';

import { useState } from 'react';
import { createWool } from './actions';

export function Sheep({ name }: { name: string }) {
  const [wool, setWool] = useState('');

  async function shear() {
    const { ok, data: answer } = await createWool({ name, by: 'Bo' });
    setWool(ok ? `${answer.wool} kg` : answer.error);
  }

  return <button onClick={shear}>Shear {name} {wool}</button>;
}
