'use client';

import { useState } from 'react';
import type { Note } from '@/types/note';
import { createNote } from './actions';

export default function Page() {
  const [message, setMessage] = useState('');

  async function add(text: string) {
    try {
      const data = await createNote(text).then(({ ok, data }) => {
        if (!ok) {
          throw new Error(data.error);
        }
        return data as { note: Note };
      });
      setMessage(data.note.text);
    } catch (error) {
      setMessage(String(error));
    }
  }

  return <button onClick={() => add('Buy milk')}>{message || 'Add'}</button>;
}
