'use client';

import { useState } from 'react';
import { greet } from './actions';

export default function Home() {
  const [name, setName] = useState('');
  const [greeting, setGreeting] = useState('');

  async function handleClick() {
    const result = await greet(name);
    setGreeting(result);
  }

  return (
    <main>
      <h1>Greet somebody</h1>
      <input aria-label="Name" value={name} onChange={(event) => setName(event.target.value)} />
      <button onClick={handleClick}>Greet</button>
      <p role="status">{greeting}</p>
    </main>
  );
}
