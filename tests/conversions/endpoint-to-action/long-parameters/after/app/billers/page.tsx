'use client';

import { useState } from 'react';
import { createBiller } from './actions';

export default function Page() {
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');

  const add = async () => {
    const res = await createBiller({ name, phone });
    if (res.ok) {
      setName('');
    }
  };

  return (
    <form action={add}>
      <input value={name} onChange={(event) => setName(event.target.value)} />
      <input value={phone} onChange={(event) => setPhone(event.target.value)} />
    </form>
  );
}
