'use client';

import { useState } from 'react';
import { updateMotto } from './actions';

export default function Page() {
  const [motto, setMotto] = useState('');

  async function save(next: string) {
    const { ok, data } = await updateMotto({ motto: next });
    setMotto(ok ? data.motto : data.error);
  }

  return <button onClick={() => save('Onwards')}>{motto || 'Motto'}</button>;
}
