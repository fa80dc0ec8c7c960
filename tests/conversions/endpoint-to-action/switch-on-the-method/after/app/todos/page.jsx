'use client';

import { useState } from 'react';
import { createTodo, deleteTodos } from './actions';

export default function Page() {
  const [title, setTitle] = useState('');

  async function add() {
    const res = await createTodo(title);
    if (!res.ok) {
      alert(res.data);
    }
  }

  async function clear() {
    await deleteTodos();
    setTitle('');
  }

  return (
    <div>
      <input value={title} onChange={(event) => setTitle(event.target.value)} />
      <button onClick={add}>Add</button>
      <button onClick={clear}>Clear</button>
    </div>
  );
}
