'use client';

import { useState } from 'react';
import { createNote } from './actions';

export default function Page() {
  const [count, setCount] = useState(0);
  const [error, setError] = useState('');

  async function add(text: string) {
    const { ok, data } = await createNote(text);
    if (ok) setCount(data.count);
    else setError(data.error);
  }

  return <button onClick={() => add('Buy milk')}>{error || count}</button>;
}
