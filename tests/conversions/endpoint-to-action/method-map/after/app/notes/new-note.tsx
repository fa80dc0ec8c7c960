'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { createNote } from './actions';

export function NewNote() {
  const router = useRouter();
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);

  const save = async () => {
    setError(null);
    const response = await createNote({ text });
    if (!response.ok) {
      const { error } = response.data;
      setError(error);
      return;
    }
    router.refresh();
  };

  return (
    <>
      <input value={text} onChange={(event) => setText(event.target.value)} />
      <button onClick={save}>Save</button>
      {error && <p>{error}</p>}
    </>
  );
}
