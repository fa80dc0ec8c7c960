'use client';

import { createSeed } from './actions';

export default function Seeds() {
  async function sow(kind: string) {
    await createSeed(kind);
  }

  return <button onClick={() => sow('beet')}>Sow</button>;
}
