'use client';

import { createThing } from './actions';

export default function Page() {
  async function create(name: string) {
    const res = await createThing(name);
    if (!res.ok) {
      const { error } = res.data;
      alert(error);
    }
  }

  return <button onClick={() => create('b')}>Create</button>;
}
