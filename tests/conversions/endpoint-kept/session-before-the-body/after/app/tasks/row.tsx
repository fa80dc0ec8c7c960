'use client';

import { useState } from 'react';
import { updateTaskAction } from './actions';

export function Row({ task }: { task: { id: string; title: string } }) {
  const [title, setTitle] = useState(task.title);
  const [message, setMessage] = useState('');

  async function save() {
    const res = await updateTaskAction({ id: task.id, title });
    if (!res.ok) {
      const { error } = res.data;
      setMessage(error);
      return;
    }
    setMessage('Saved');
  }

  return (
    <li>
      <input value={title} onChange={(event) => setTitle(event.target.value)} />
      <button onClick={save}>{message || 'Save'}</button>
    </li>
  );
}
