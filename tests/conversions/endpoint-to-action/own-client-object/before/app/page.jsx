'use client';

import { useState } from 'react';
import { api } from '../lib/client';

export default function Page({ note = { id: '1', text: '' } }) {
  const [text, setText] = useState(note.text);
  const [message, setMessage] = useState('');

  async function save() {
    try {
      const saved = await api.patch(`/api/notes/${note.id}`, { text });
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
