'use client';

import { useState } from 'react';

export default function Page() {
  const [message, setMessage] = useState('');

  const save = async () => {
    const res = await fetch('/api/names', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'Ada' }),
    });
    const data = await res.json();
    setMessage(res.ok ? `Hello ${data.name}` : data.error);
  };

  return (
    <p>
      <button onClick={save}>Save</button> {message}
    </p>
  );
}
