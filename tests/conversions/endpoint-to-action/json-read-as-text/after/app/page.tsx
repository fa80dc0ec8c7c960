'use client';

import { createKey } from './actions';

export default function Page() {
  async function add(name: string) {
    const res = await createKey(name);
    if (!res.ok) {
      alert(res.data);
    } else {
      const { count } = res.data;
      alert(`${count} keys`);
    }
  }

  return <button onClick={() => add('new')}>Add</button>;
}
