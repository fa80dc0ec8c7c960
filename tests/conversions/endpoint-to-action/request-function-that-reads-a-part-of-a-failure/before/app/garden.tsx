'use client';

import { send } from '@/lib/send';

export function Garden() {
  async function water() {
    const done = await send<{ litres: number }>('/api/plants', { name: 'fern' }, alert);
    if (done) console.log(done.litres);
  }
  return <button onClick={water}>Water</button>;
}
