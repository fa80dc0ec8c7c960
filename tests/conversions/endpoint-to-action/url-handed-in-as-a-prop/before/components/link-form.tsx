'use client';

import { useState } from 'react';

interface Props {
  action: string;
  onAdded: (id: string) => void;
}

export function LinkForm({ action, onAdded }: Props) {
  const [target, setTarget] = useState('');
  const [message, setMessage] = useState('');

  const save = async () => {
    const response = await fetch(`${action}/add`, {
      method: 'POST',
      body: JSON.stringify({ target, owner: 'somebody' }),
    });
    if (!response.ok) {
      setMessage(await response.text());
    } else {
      const link = await response.json();
      onAdded(link.id);
    }
  };

  return (
    <form action={save}>
      <input value={target} onChange={(event) => setTarget(event.target.value)} />
      <p>{message}</p>
    </form>
  );
}
