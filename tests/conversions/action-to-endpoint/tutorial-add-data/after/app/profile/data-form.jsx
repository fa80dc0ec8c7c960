'use client';

import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { addData } from '../data/add-data-client';

export function DataForm() {
  const router = useRouter();
  const [text, setText] = useState('');
  const [added, setAdded] = useState('');

  const handleAdd = async () => {
    const entry = await addData({ text });
    router.refresh();
    setAdded(`Added as number ${entry.id}`);
    setText('');
  };

  return (
    <div>
      <input aria-label="Text" value={text} onChange={(event) => setText(event.target.value)} />
      <button onClick={handleAdd}>Add</button>
      <p id="added">{added}</p>
    </div>
  );
}
