'use client';

import { useState } from 'react';
import { createRecipe, updateRecipe } from './actions';

export function Form({ id }: { id?: string }) {
  const [title, setTitle] = useState('');
  const [message, setMessage] = useState('');

  async function save() {
    const { ok, data } = await (id
      ? updateRecipe({ id, title })
      : createRecipe(title));
    setMessage(ok ? `Saved ${data.title}` : data.error);
  }

  return (
    <form action={save}>
      <input value={title} onChange={(event) => setTitle(event.target.value)} />
      {message}
    </form>
  );
}
