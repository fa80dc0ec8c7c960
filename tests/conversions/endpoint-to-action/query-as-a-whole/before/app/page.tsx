'use client';

import { useState } from 'react';

export default function Page() {
  const [removed, setRemoved] = useState(false);

  async function remove(domain: string, key: string) {
    const res = await fetch(`/api/links?domain=${domain}&key=${encodeURIComponent(key)}`, { method: 'DELETE' });
    if (res.ok) {
      const data = await res.json();
      setRemoved(data.removed);
    } else {
      alert('That did not work');
    }
  }

  return <button onClick={() => remove('d.to', 'x')}>{removed ? 'Gone' : 'Remove'}</button>;
}
