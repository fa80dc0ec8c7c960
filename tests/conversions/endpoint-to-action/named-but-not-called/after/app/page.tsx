'use client';

import { useState } from 'react';
import { createPlant } from './actions';

export default function Plants() {
  const [name, setName] = useState('');
  const [told, setTold] = useState('');

  async function add() {
    const { ok, data } = await createPlant(name);
    setTold(ok ? `Plant ${data.id} is in the garden` : data.error);
  }

  return (
    <p>
      <input value={name} onChange={(event) => setName(event.target.value)} />
      <button onClick={add}>Add</button>
      {told}
    </p>
  );
}
