'use client';

import { useState } from 'react';
import { updateTask, deleteTask } from './actions';

export function Task({ id, initial }: { id: string; initial: string }) {
  const [title, setTitle] = useState(initial);
  const [problem, setProblem] = useState('');

  async function rename(next: string) {
    try {
      const { ok, data } = await updateTask({ id, title: next });
      if (!ok) {
        throw new Error(data.message);
      }
      setTitle(data.title);
    } catch (error) {
      setProblem((error as Error).message);
    }
  }

  async function remove() {
    const response = await deleteTask(id);
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
