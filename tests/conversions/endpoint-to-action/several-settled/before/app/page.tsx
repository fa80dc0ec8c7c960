'use client';

import { useState } from 'react';

export default function Page() {
  const [said, setSaid] = useState('');

  const removeSelected = async (ids: string[]) => {
    const results = await Promise.allSettled(ids.map((id) => fetch(`/api/notes/${id}`, { method: 'DELETE' })));
    const failures = results.filter((r) => r.status === 'rejected' || (r.status === 'fulfilled' && !r.value.ok));
    setSaid(failures.length === 0 ? 'All are gone' : `${failures.length} stay`);
  };

  const removeAll = async (ids: string[]) => {
    const responses = await Promise.all(ids.map((id) => fetch(`/api/notes/${id}`, { method: 'DELETE' })));
    const failed = responses.filter((response) => !response.ok);
    if (failed.length > 0) {
      const { error } = await failed[0].json();
      setSaid(error);
    }
  };

  const removeEach = async (ids: string[]) => {
    const responses = await Promise.all(ids.map((id) => fetch(`/api/notes/${id}`, { method: 'DELETE' })));
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
