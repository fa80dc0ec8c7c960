'use client';

import { useState } from 'react';

export default function Page() {
  const [said, setSaid] = useState('');
  const send = async () => {
    const res = await fetch('/api/messages', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'Hello' }),
    });
    const data = await res.json();
    setSaid(res.ok ? `${data.sent} letters` : data.error);
  };
  return <button onClick={send}>{said || 'Send'}</button>;
}
