'use client';

import { useState } from 'react';
import { createCrate } from './actions';

export function Crate({ crate }: { crate: string }) {
  const [said, setSaid] = useState('');

  async function take() {
    const { ok, data: answer } = await createCrate(crate);
    setSaid(ok ? `${answer.left} left` : answer.error);
  }

  return <button onClick={take}>Take {crate} {said}</button>;
}
