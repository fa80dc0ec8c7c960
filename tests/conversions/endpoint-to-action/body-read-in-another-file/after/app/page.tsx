'use client';

import { useState } from 'react';
import { checkName } from '@/lib/check-name';

export default function Names() {
  const [told, setTold] = useState('');

  async function check(name: string) {
    const answer = await checkName(name);
    if (answer.error) {
      setTold(answer.error);
    } else {
      setTold(`Free: ${answer.suggestion}`);
    }
  }

  return <input onChange={(event) => check(event.target.value)} title={told} />;
}
