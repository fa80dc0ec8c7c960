'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  async function create(name: string) {
    const res = await fetch('/api/things', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    const data = await res.json();
    setText(res.ok ? `${data.count} things` : data.error);
  }

  return (
    <p>
      <button onClick={() => create('a')}>Create {text}</button>
      <button onClick={() => window.open('/api/things')}>All things</button>
    </p>
  );
}
