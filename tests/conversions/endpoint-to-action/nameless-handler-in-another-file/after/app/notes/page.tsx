'use client';

import { createNote } from './actions';

export default function Page() {
  async function save() {
    await createNote('Buy milk');
  }

  return <button onClick={save}>Save</button>;
}
