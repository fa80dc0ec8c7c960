'use client';

import { useState } from 'react';

export default function Page() {
  const [message, setMessage] = useState('');

  const save = async (name: string) => {
    const res = await fetch('/api/names', { method: 'POST', body: JSON.stringify({ name }) });
    if (!res.ok) {
      const { error } = await res.json();
      setMessage(error);
      return;
    }
    const saved = await res.json();
    setMessage(`${saved.name} is number ${saved.count}`);
  };

  return <button onClick={() => save('Ada')}>{message || 'Save'}</button>;
}
