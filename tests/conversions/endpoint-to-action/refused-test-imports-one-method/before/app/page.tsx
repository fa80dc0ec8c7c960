'use client';

import { useState } from 'react';
import { request } from '@/lib/api';
import type { Note } from '@/types/note';

export default function Page() {
  const [message, setMessage] = useState('');

  async function add(text: string) {
    try {
      const data = await request<{ note: Note }>('/api/notes', { method: 'POST', body: JSON.stringify({ text }) });
      setMessage(data.note.text);
    } catch (error) {
      setMessage(String(error));
    }
  }

  return <button onClick={() => add('Buy milk')}>{message || 'Add'}</button>;
}
