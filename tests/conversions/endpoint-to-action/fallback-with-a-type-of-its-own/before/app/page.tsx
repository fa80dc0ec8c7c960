'use client';

import { useState } from 'react';

function messageOf(data: unknown) {
  return typeof data === 'object' && data !== null && 'error' in data ? String(data.error) : 'Not saved';
}

export default function Page() {
  const [said, setSaid] = useState('');

  const save = async () => {
    const res = await fetch('/api/rules', { method: 'POST', body: JSON.stringify({ rules: [] }) });
    if (!res.ok) {
      const data: unknown = await res.json().catch(() => ({}));
      setSaid(messageOf(data));
    }
  };

  const clear = async () => {
    const res = await fetch('/api/rules', { method: 'POST', body: JSON.stringify({ rules: [] }) });
    if (res.ok) {
      const data = (await res.json().catch(() => null)) as { count: number } | null;
      if (data) setSaid(`${data.count} rules`);
    } else {
      const data = await res.json().catch(() => ({}));
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
