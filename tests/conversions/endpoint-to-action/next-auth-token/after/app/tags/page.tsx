'use client';

import { useState } from 'react';
import { createTag } from './actions';

export default function Page() {
  const [error, setError] = useState('');

  const add = async (name: string) => {
    const res = await createTag(name);
    if (!res.ok) {
      setError('That did not work.');
    }
  };

  return <button onClick={() => add('new')}>Add {error}</button>;
}
