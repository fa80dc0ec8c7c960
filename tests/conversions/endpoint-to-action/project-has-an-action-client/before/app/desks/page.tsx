'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  async function book(desk: string) {
    const res = await fetch('/api/desks', { method: 'POST', body: JSON.stringify({ desk }) });
    const body = await res.json();
    setText(res.ok ? `Yours: ${body.desk}` : body.error);
  }

  return <button onClick={() => book('window')}>{text || 'Book'}</button>;
}
