'use client';

import { createUser } from './actions';

export default function Page() {
  const add = async () => {
    const res = await createUser('Ada');
    if (!res.ok) alert('Not added');
  };
  return <button onClick={add}>Add</button>;
}
