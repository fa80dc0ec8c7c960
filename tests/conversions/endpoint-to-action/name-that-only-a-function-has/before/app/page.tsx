'use client';

import { useEffect, useState } from 'react';
import { countNotes } from './actions';

export default function Page() {
  const [count, setCount] = useState(0);

  useEffect(() => {
    countNotes().then(setCount);
  }, []);

  const add = async () => {
    const res = await fetch('/api/notes', { method: 'POST', body: JSON.stringify({ title: 'Bread' }) });
    const data = await res.json();
    setCount(data.count);
  };

  return <button onClick={add}>{count} notes</button>;
}
