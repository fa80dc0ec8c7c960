'use client';

import { useState } from 'react';

export default function Page() {
  const [message, setMessage] = useState('');

  async function remove(id: string) {
    const response = await fetch('/api/greetings', {
      method: 'DELETE',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id }),
    });
    const data = await response.json();
    setMessage(response.ok ? 'Gone' : data.error);
  }

  return <button onClick={() => remove('de')}>{message || 'Remove'}</button>;
}
