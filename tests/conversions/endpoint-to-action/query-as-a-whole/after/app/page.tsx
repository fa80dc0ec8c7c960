'use client';

import { useState } from 'react';
import { deleteLinks } from './actions';

export default function Page() {
  const [removed, setRemoved] = useState(false);

  async function remove(domain: string, key: string) {
    const res = await deleteLinks({ domain, key });
    if (res.ok) {
      const data = res.data;
      setRemoved(data.removed);
    } else {
      alert('That did not work');
    }
  }

  return <button onClick={() => remove('d.to', 'x')}>{removed ? 'Gone' : 'Remove'}</button>;
}
