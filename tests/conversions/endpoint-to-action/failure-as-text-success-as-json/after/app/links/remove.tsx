'use client';

import { useState } from 'react';
import { removeLinkAsAdmin } from './actions';

export function Remove({ id, onRemoved }: { id: string; onRemoved: () => void }) {
  const [message, setMessage] = useState('');

  const remove = async () => {
    const response = await removeLinkAsAdmin(id);
    if (!response.ok || response.status !== 200) {
      setMessage(response.data);
    } else {
      onRemoved();
    }
  };

  return <button onClick={remove}>Remove {message}</button>;
}
