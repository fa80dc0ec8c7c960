'use client';

import { useState } from 'react';

export default function WrongMethod() {
  const [message, setMessage] = useState('');

  async function remove(id: string) {
    const response = await fetch(`/api/tasks/${id}`, { method: 'DELETE' });
    setMessage(response.ok ? 'Deleted' : 'Not deleted');
  }

  return <button onClick={() => remove('1')}>Delete {message}</button>;
}
