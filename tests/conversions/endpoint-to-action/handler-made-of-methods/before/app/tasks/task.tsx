'use client';

import { useState } from 'react';

export function Task({ id, initial }: { id: string; initial: string }) {
  const [title, setTitle] = useState(initial);
  const [problem, setProblem] = useState('');

  async function rename(next: string) {
    try {
      const response = await fetch(`/api/tasks/${id}`, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ title: next }),
      });
      const data = await response.json();
      if (!response.ok) {
        throw new Error(data.message);
      }
      setTitle(data.title);
    } catch (error) {
      setProblem((error as Error).message);
    }
  }

  async function remove() {
    const response = await fetch(`/api/tasks/${id}`, { method: 'DELETE' });
    if (response.status === 404) {
      setProblem('It is gone already');
    }
  }

  return (
    <li>
      {title} {problem}
      <button onClick={() => rename('Water the plants')}>Rename</button>
      <button onClick={remove}>Remove</button>
    </li>
  );
}
