'use client';

import { useState } from 'react';
import { checkout } from './actions';

export function Buy({ item }: { item: string }) {
  const [name, setName] = useState('');

  const buy = async () => {
    const data = await checkout(item);
    setName(data.name!);
    window.location.assign(data.url!);
  };

  return <button onClick={buy}>Buy {name}</button>;
}
