'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  async function lend(book: string) {
    const res = await fetch('/api/loans', { method: 'POST', body: JSON.stringify({ book }) });
    const body = await res.json();
    setText(res.ok ? `${body.count} books` : body.error);
  }

  return <button onClick={() => lend('Atlas')}>{text || 'Lend'}</button>;
}
