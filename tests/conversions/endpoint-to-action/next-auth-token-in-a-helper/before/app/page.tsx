'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  async function give() {
    const res = await fetch('/api/stars', { method: 'POST' });
    const body = await res.json();
    setText(res.ok ? `${body.given} given` : body.error);
  }

  return <button onClick={give}>{text || 'Give a star'}</button>;
}
