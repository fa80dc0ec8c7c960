'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  async function take(row: string) {
    try {
      const res = await fetch(`/api/seats/${row}`, { method: 'POST', body: JSON.stringify({ name: 'Ada' }) });
      const body = await res.json();
      if (!res.ok) throw new Error(body.error);
      setText(`${body.left} left`);
    } catch (error) {
      setText(error instanceof Error ? error.message : 'Failed');
    }
  }

  return <button onClick={() => take('a')}>{text || 'Take a seat'}</button>;
}
