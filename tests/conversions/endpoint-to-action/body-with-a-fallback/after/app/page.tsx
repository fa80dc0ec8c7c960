'use client';

import { updateNotes } from './actions';

export default function Page() {
  const save = async (title: string) => {
    const { ok, data } = await updateNotes(title);
    if (!ok) {
      alert(data.error ?? 'Not saved');
    }
  };
  return <button onClick={() => save('a')}>Save</button>;
}
