'use client';

import { deleteKey } from './actions';

export default function Page() {
  const drop = async (room: string, key: string) => {
    const response = await deleteKey({ id: room, keyId: key });
    if (!response.ok) alert('Not dropped');
  };
  return <button onClick={() => drop('attic', 'brass')}>Drop</button>;
}
