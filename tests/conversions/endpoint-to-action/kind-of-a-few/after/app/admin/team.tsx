'use client';

import { useState } from 'react';
import { suspendTeam, restoreTeam } from './actions';

type Change = 'suspend' | 'restore';

export function Team({ slug }: { slug: string }) {
  const [message, setMessage] = useState('');

  async function change(kind: Change) {
    const res = await (kind === 'suspend'
      ? suspendTeam(slug)
      : restoreTeam(slug));
    if (res.ok) {
      setMessage(kind === 'suspend' ? 'Suspended' : 'Restored');
    } else {
      setMessage(res.data);
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
