'use client';

import { useState } from 'react';

export default function UnknownUrl() {
  const [count, setCount] = useState(0);

  async function load() {
    const response = await fetch('/api/task');
    const tasks: unknown[] = await response.json();
    setCount(tasks.length);
  }

  return <button onClick={load}>{count} tasks</button>;
}
