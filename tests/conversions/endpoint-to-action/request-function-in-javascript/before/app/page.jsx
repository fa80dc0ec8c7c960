'use client';

import { useState } from 'react';
import send from '@/lib/http';

export default function Page() {
  const [length, setLength] = useState(0);
  return (
    <button onClick={() => send('/api/words', 'POST', { word: 'tree' }, (answer) => setLength(answer.length))}>
      {length}
    </button>
  );
}
