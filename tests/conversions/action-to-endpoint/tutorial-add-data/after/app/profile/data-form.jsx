'use client';

import { useState } from 'react';
import { addData } from '../data/add-data-client';

export function DataForm() {
  const [text, setText] = useState('');
  const [added, setAdded] = useState('');

  const handleAdd = async () => {
    const entry = await addData({ text });
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
