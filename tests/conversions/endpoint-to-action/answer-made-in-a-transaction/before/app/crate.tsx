'use client';

import { useState } from 'react';

export function Crate({ crate }: { crate: string }) {
  const [said, setSaid] = useState('');

  async function take() {
    const response = await fetch(`/api/crates/${crate}`, { method: 'POST' });
    const answer = await response.json();
    setSaid(response.ok ? `${answer.left} left` : answer.error);
  }

  return <button onClick={take}>Take {crate} {said}</button>;
}
