'use client';

import { useState } from 'react';
import { createLatest } from './actions';

export default function Page() {
  const [at, setAt] = useState('');

  return (
    <button
      onClick={async () => {
        const entry = await createLatest();
        setAt(entry.at.slice(0, 10));
      }}
    >
      {at}
    </button>
  );
}
