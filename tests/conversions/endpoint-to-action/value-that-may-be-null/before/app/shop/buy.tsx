'use client';

import { useState } from 'react';

export function Buy({ item }: { item: string }) {
  const [name, setName] = useState('');

  const buy = async () => {
    const response = await fetch('/api/checkout', { method: 'POST', body: JSON.stringify({ item }) });
    const data = await response.json();
    setName(data.name);
    window.location.assign(data.url);
  };

  return <button onClick={buy}>Buy {name}</button>;
}
