'use client';

import { useState } from 'react';
import { createNote } from './actions';

export function NoteForm() {
  const [text, setText] = useState('');

  const save = async () => {
    await createNote(text);
    setText('');
  };

  const clear = async () => {
    await createNote('');
    setText('');
  };

  return (
    <>
      <input value={text} onChange={(event) => setText(event.target.value)} />
      <button onClick={save}>Save</button>
      <button onClick={clear}>Clear</button>
    </>
  );
}
