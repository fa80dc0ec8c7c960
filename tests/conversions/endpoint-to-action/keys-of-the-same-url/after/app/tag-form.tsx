'use client';

import { useState } from 'react';
import { mutatePrefix } from '@/lib/swr/mutate';
import { createTag } from './actions';

export function TagForm() {
  const [name, setName] = useState('');

  const create = async () => {
    const res = await createTag(name);
    if (res.ok) {
      await mutatePrefix(['/api/tags', '/api/links']);
      setName('');
    }
  };

  return (
    <>
      <input value={name} onChange={(event) => setName(event.target.value)} />
      <button onClick={create}>Create</button>
      <button onClick={() => mutatePrefix('/api/tags')}>Refresh</button>
    </>
  );
}
