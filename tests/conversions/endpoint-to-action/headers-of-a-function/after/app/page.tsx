'use client';

import { createSeed } from './actions';

export default function Seeds() {
  async function sow() {
    await createSeed('beet');
  }

  return <button onClick={sow}>Sow</button>;
}
