'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  async function ring() {
    const res = await fetch('/api/bells', { method: 'POST', body: JSON.stringify({ times: 3 }) });
    const body = await res.json();
    setText(res.ok ? `${body.rung} times` : body.error);
  }

  return <button onClick={ring}>{text || 'Ring'}</button>;
}
