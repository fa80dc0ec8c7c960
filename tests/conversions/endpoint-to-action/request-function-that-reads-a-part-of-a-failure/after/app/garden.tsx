'use client';

import { sendAction } from '@/lib/send';
import { createPlant } from './actions';

export function Garden() {
  async function water() {
    const done = await sendAction<{ litres: number }>(
      () => createPlant('fern'),
      alert,
    );
    if (done) console.log(done.litres);
  }
  return <button onClick={water}>Water</button>;
}
