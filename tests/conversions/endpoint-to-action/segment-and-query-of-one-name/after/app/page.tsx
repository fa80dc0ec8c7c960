'use client';

import { deleteKeys } from './actions';

export default function Page() {
  const drop = async (room: string, key: string) => {
    const response = await deleteKeys({ id: room, keyId: key });
    if (!response.ok) alert('Not dropped');
  };
  return <button onClick={() => drop('attic', 'brass')}>Drop</button>;
}
