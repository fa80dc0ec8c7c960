'use client';

import { useState } from 'react';
import { jsonHeaders } from '@/lib/http';

const ENDPOINT = '/api/notes';
const headers = { ...jsonHeaders };

export function NoteForm() {
  const [text, setText] = useState('');

  const save = async () => {
    await fetch(ENDPOINT, { method: 'POST', headers: jsonHeaders, body: JSON.stringify({ text }) });
    setText('');
  };

  const clear = async () => {
    await fetch(ENDPOINT, { method: 'POST', headers, body: JSON.stringify({ text: '' }) });
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
