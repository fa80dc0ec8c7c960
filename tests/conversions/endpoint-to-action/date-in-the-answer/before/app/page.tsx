'use client';

import { useState } from 'react';

export default function Page() {
  const [at, setAt] = useState('');

  return (
    <button
      onClick={async () => {
        const res = await fetch('/api/latest', { method: 'POST' });
        const entry = await res.json();
        setAt(entry.at.slice(0, 10));
      }}
    >
      {at}
    </button>
  );
}
