'use client';

import { useState } from 'react';
import { updateBook } from './actions';

export function Lend({ id }: { id: string }) {
  const [message, setMessage] = useState('');

  async function lend() {
    const response = await updateBook({ id, isLent: true });
    if (response.status === 404) {
      setMessage('This book is gone');
    } else if (response.ok) {
      const { title } = response.data;
      setMessage(`Enjoy ${title}`);
    } else {
      setMessage('Somebody was faster');
    }
  }

  return <button onClick={lend}>Lend {message}</button>;
}
