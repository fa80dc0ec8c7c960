'use client';

import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { saveUser } from '../data/save-user-client';

export function UserForm() {
  const router = useRouter();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');

  async function handleSubmit(event) {
    event.preventDefault();
    const result = await saveUser({ name });
    router.refresh();
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
