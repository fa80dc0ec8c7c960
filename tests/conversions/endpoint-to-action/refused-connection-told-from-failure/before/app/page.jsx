'use client';

import { send } from '../lib/send';

export default function Page() {
  const add = async () => {
    const tag = await send('/api/tags', { name: 'New' });
    if (tag === false) alert('No connection');
  };

  return <button onClick={add}>Add</button>;
}
