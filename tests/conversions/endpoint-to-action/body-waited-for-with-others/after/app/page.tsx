'use client';

import { useState } from 'react';
import { createNote } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  async function save() {
    const { ok, data } = await createNote({ text });
    setText(ok ? `Note ${data.count}` : data.error);
  }

  return (
    <p>
      <input value={text} onChange={(event) => setText(event.target.value)} />
      <button onClick={save}>Save</button>
    </p>
  );
}
