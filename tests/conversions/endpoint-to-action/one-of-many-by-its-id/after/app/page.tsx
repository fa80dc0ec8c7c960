'use client';

import { deleteNote } from './actions';

export default function Page() {
  const remove = async (id: string) => {
    const res = await deleteNote(id);
    if (!res.ok) alert('Not removed');
  };
  return <button onClick={() => remove('first')}>Remove</button>;
}
