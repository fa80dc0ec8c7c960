'use client';

import { useState } from 'react';
import { createNote } from './actions';

export default function Page() {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);

  async function add() {
    setError(null);
    const response = await createNote(text);
    if (!response.ok) {
      const data = response.data;
      setError(data.error || 'Something went wrong');
      return;
    }
    setText('');
  }

  return (
    <p>
      <input value={text} onChange={(event) => setText(event.target.value)} />
      <button onClick={add}>Add</button> {error}
    </p>
  );
}
