'use client';

import { useState } from 'react';
import { updateNote } from './actions';

export default function Page({ note = { id: '1', text: '' } }) {
  const [text, setText] = useState(note.text);
  const [message, setMessage] = useState('');

  async function save() {
    try {
      const { ok, data } = await updateNote({ id: String(note.id), text });
      if (!ok) throw new Error(data.message);
      const saved = data;
      setText(saved.text);
    } catch (error) {
      setMessage(error.message);
    }
  }

  return (
    <label>
      <input value={text} onChange={(event) => setText(event.target.value)} onBlur={save} />
      {message}
    </label>
  );
}
