'use client';

import { useState } from 'react';
import { deleteNote } from './actions';

export default function Page() {
  const [said, setSaid] = useState('');

  const removeSelected = async (ids: string[]) => {
    const results = await Promise.allSettled(ids.map((id) => deleteNote(id)));
    const failures = results.filter((r) => r.status === 'rejected' || (r.status === 'fulfilled' && !r.value.ok));
    setSaid(failures.length === 0 ? 'All are gone' : `${failures.length} stay`);
  };

  const removeAll = async (ids: string[]) => {
    const responses = await Promise.all(ids.map((id) => deleteNote(id)));
    const failed = responses.filter((response) => !response.ok);
    if (failed.length > 0) {
      const { error } = failed[0].data!;
      setSaid(error!);
    }
  };

  const removeEach = async (ids: string[]) => {
    const responses = await Promise.all(ids.map((id) => deleteNote(id)));
    setSaid(ids.filter((_, index) => responses[index].ok).join());
  };

  return (
    <>
      <button onClick={() => removeSelected(['first', 'last'])}>{said || 'Remove'}</button>
      <button onClick={() => removeAll(['first', 'last'])}>Remove all</button>
      <button onClick={() => removeEach(['first', 'last'])}>Remove each</button>
    </>
  );
}
