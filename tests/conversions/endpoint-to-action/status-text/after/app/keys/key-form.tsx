'use client';

import { useState } from 'react';
import { createKeyAction } from './actions';

export function KeyForm() {
  const [error, setError] = useState('');

  async function create(name: string) {
    const response = await createKeyAction(name);
    if (!response.ok) {
      setError(response.statusText);
      return;
    }
    const { key } = response.data;
    setError(`Your key is ${key}`);
  }

  return <button onClick={() => create('mine')}>New key {error}</button>;
}
