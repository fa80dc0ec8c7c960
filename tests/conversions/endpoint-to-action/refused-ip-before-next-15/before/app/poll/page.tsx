'use client';

import { useState } from 'react';

export default function Page() {
  const [message, setMessage] = useState('');

  async function vote(choice: string) {
    const response = await fetch('/api/votes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ choice }),
    });
    const data = await response.json();
    setMessage(response.ok ? `You said ${data.choice}` : data.error);
  }

  return <button onClick={() => vote('yes')}>{message || 'Yes'}</button>;
}
