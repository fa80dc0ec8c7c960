'use client';

import { useEffect, useState } from 'react';
import { countNotes, createNote } from './actions';

export default function Page() {
  const [count, setCount] = useState(0);

  useEffect(() => {
    countNotes().then(setCount);
  }, []);

  const add = async () => {
    const data = await createNote('Bread');
    setCount(data.count);
  };

  return <button onClick={add}>{count} notes</button>;
}
