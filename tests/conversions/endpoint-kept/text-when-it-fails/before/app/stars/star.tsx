'use client';

import { useState } from 'react';

export function Star({ repo }: { repo: string }) {
  const [message, setMessage] = useState('');

  const remove = async () => {
    const response = await fetch(`/api/v1/stars/${repo}`, { method: 'DELETE' });
    if (!response.ok) {
      setMessage(await response.text());
    }
  };

  return <button onClick={remove}>{message || 'Remove'}</button>;
}
