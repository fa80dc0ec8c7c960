'use client';

import { useState } from 'react';

type Change = 'suspend' | 'restore';

export function Team({ slug }: { slug: string }) {
  const [message, setMessage] = useState('');

  async function change(kind: Change) {
    const res = await fetch(`/api/teams/${kind}`, {
      method: 'POST',
      body: JSON.stringify({ slug }),
    });
    if (res.ok) {
      setMessage(kind === 'suspend' ? 'Suspended' : 'Restored');
    } else {
      setMessage(await res.text());
    }
  }

  return (
    <p>
      <button onClick={() => change('suspend')}>Suspend</button>
      <button onClick={() => change('restore')}>Restore</button>
      {message}
    </p>
  );
}
