'use client';

import { useState } from 'react';

export default function Page() {
  const [said, setSaid] = useState('');
  const merge = async () => {
    const res = await fetch('/api/employers/merge', { method: 'POST', body: JSON.stringify({ ids: ['a'] }) });
    const data = await res.json();
    if (!res.ok) {
      setSaid(data.error);
      return;
    }
    setSaid(data.id);
  };
  return <button onClick={merge}>{said || 'Merge'}</button>;
}
