'use client';

import { useState } from 'react';

export default function Plants() {
  const [name, setName] = useState('');
  const [told, setTold] = useState('');

  async function add() {
    const response = await fetch('/api/plants', { method: 'POST', body: JSON.stringify({ name }) });
    const data = await response.json();
    setTold(response.ok ? `Plant ${data.id} is in the garden` : data.error);
  }

  return (
    <p>
      <input value={name} onChange={(event) => setName(event.target.value)} />
      <button onClick={add}>Add</button>
      {told}
    </p>
  );
}
