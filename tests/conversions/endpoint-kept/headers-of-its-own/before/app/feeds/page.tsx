'use client';

import { useState } from 'react';

export default function Page() {
  const [message, setMessage] = useState('');

  const add = async () => {
    const response = await fetch('/api/feeds', { method: 'POST', body: JSON.stringify({ feed: 'https://example.com' }) });
    if (!response.ok) {
      setMessage(response.status === 429 ? 'Later' : 'No');
      return;
    }
    const { readers } = await response.json();
    setMessage(`${readers} read it`);
  };

  return <button onClick={add}>{message || 'Add'}</button>;
}
