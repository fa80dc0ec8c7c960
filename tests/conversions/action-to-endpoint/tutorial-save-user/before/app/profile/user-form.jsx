'use client';

import { useState } from 'react';
import { saveUser } from '../data/actions';

export function UserForm() {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');

  async function handleSubmit(event) {
    event.preventDefault();
    const result = await saveUser({ name });
    setProblem(result.error ?? '');
  }

  return (
    <form onSubmit={handleSubmit}>
      <input aria-label="User name" value={name} onChange={(event) => setName(event.target.value)} />
      <button>Save</button>
      <p id="problem">{problem}</p>
    </form>
  );
}
