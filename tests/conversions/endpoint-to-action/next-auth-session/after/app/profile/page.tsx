'use client';

import { useState } from 'react';
import { updateProfile } from './actions';

export default function Page() {
  const [name, setName] = useState('');
  const [error, setError] = useState('');

  const save = async () => {
    const res = await updateProfile(name);
    if (!res.ok) {
      const data = res.data;
      setError(data.error);
    }
  };

  return (
    <form action={save}>
      <input value={name} onChange={(event) => setName(event.target.value)} />
      <p>{error}</p>
    </form>
  );
}
