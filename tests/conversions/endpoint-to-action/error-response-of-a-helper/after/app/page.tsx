'use client';

import { useState } from 'react';
import { createTag } from './actions';

export default function Page() {
  const [error, setError] = useState('');

  async function add(tag: string) {
    const res = await createTag(tag);
    if (!res.ok) {
      const data = res.data;
      setError(data.error);
    }
  }

  return <button onClick={() => add('new')}>{error || 'Add'}</button>;
}
