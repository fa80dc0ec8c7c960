'use client';

import { useState } from 'react';
import { sendAction } from '@/lib/http';
import { createWord } from './actions';

export default function Page() {
  const [length, setLength] = useState(0);
  return (
    <button onClick={() => sendAction(
      () => createWord('tree'),
      (answer) => setLength(answer.length),
    )}>
      {length}
    </button>
  );
}
