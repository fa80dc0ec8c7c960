'use client';

import { useState } from 'react';
import { createNote } from './actions';

export default function Page() {
  const [message, setMessage] = useState('');

  async function save(text: string) {
    const { ok, data } = await createNote(text);
    setMessage(ok ? `${data.count} notes` : data.error);
  }

  return <button onClick={() => save('Buy milk')}>Save {message}</button>;
}
