'use client';

import { useState } from 'react';
import { checkName } from '@/lib/check-name';

export default function Names() {
  const [told, setTold] = useState('');

  async function check(name: string) {
    const { suggestion } = await checkName(name);
    setTold(suggestion.toUpperCase());
  }

  return <input onChange={(event) => check(event.target.value)} title={told} />;
}
