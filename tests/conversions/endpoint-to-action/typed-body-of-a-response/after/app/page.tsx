'use client';

import { useState } from 'react';
import { updateNote } from './actions';

export default function Page() {
  const [message, setMessage] = useState('');

  async function rename(id: string, title: string) {
    const response = await updateNote({ id, title });
    if (!response.ok) {
      const data: { error?: string } = response.data as { error?: string };
      setMessage(data.error ?? 'That did not work');
      return;
    }
    setMessage('Renamed');
  }

  return <button onClick={() => rename('1', 'Groceries')}>Rename {message}</button>;
}
