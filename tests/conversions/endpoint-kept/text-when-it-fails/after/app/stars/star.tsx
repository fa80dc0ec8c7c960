'use client';

import { useState } from 'react';
import { deleteStarAction } from './actions';

export function Star({ repo }: { repo: string }) {
  const [message, setMessage] = useState('');

  const remove = async () => {
    const response = await deleteStarAction(repo);
    if (!response.ok) {
      setMessage(response.data);
    }
  };

  return <button onClick={remove}>{message || 'Remove'}</button>;
}
