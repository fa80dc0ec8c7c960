'use client';

import { useState } from 'react';
import { createNoteAction } from './actions';

export default function Page() {
  const [message, setMessage] = useState('');

  async function add() {
    const { ok, data: note } = await createNoteAction('New');
    setMessage(ok ? `Note ${note.id}` : note.message);
  }

  return <button onClick={add}>{message || 'Add'}</button>;
}
