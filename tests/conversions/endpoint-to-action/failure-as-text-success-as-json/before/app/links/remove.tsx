'use client';

import { useState } from 'react';

export function Remove({ id, onRemoved }: { id: string; onRemoved: () => void }) {
  const [message, setMessage] = useState('');

  const remove = async () => {
    const response = await fetch('/api/links/admin/remove', { method: 'POST', body: JSON.stringify({ id }) });
    if (!response.ok || response.status !== 200) {
      setMessage(await response.text());
    } else {
      await response.json();
      onRemoved();
    }
  };

  return <button onClick={remove}>Remove {message}</button>;
}
