'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  async function save() {
    const res = await fetch('/api/notes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    const data = await res.json();
    setText(res.ok ? `Note ${data.count}` : data.error);
  }

  return (
    <p>
      <input value={text} onChange={(event) => setText(event.target.value)} />
      <button onClick={save}>Save</button>
    </p>
  );
}
