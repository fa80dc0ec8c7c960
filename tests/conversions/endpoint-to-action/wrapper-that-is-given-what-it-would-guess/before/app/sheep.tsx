'use client';

import { useState } from 'react';

export function Sheep({ name }: { name: string }) {
  const [wool, setWool] = useState('');

  async function shear() {
    const response = await fetch(`/api/sheep/${name}/wool`, { method: 'POST', body: JSON.stringify({ by: 'Bo' }) });
    const answer = await response.json();
    setWool(response.ok ? `${answer.wool} kg` : answer.error);
  }

  return <button onClick={shear}>Shear {name} {wool}</button>;
}
