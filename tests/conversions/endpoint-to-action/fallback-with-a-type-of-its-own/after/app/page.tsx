'use client';

import { useState } from 'react';
import { createRule } from './actions';

function messageOf(data: unknown) {
  return typeof data === 'object' && data !== null && 'error' in data ? String(data.error) : 'Not saved';
}

export default function Page() {
  const [said, setSaid] = useState('');

  const save = async () => {
    const res = await createRule({ rules: [] });
    if (!res.ok) {
      const data: unknown = res.data ?? {};
      setSaid(messageOf(data));
    }
  };

  const clear = async () => {
    const res = await createRule({ rules: [] });
    if (res.ok) {
      const data = res.data as { count: number } | null;
      if (data) setSaid(`${data.count} rules`);
    } else {
      const data = res.data ?? {};
      setSaid((data as { error?: string }).error ?? 'Not cleared');
    }
  };

  return (
    <>
      <button onClick={save}>{said || 'Save'}</button>
      <button onClick={clear}>Clear</button>
    </>
  );
}
