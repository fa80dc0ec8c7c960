'use client';

import { useState } from 'react';
import http, { send } from '../lib/http';

export default function Page() {
  const [name, setName] = useState('');

  const rename = async () => {
    const shelf = await http.update('/api/shelves', { id: '1', name });
    if (shelf) setName(shelf.name);
  };

  const renameBySend = async () => {
    const { data, error } = await send('/api/shelves', { id: '2', name });
    setName(error ?? data.name);
  };

  return (
    <>
      <button onClick={rename}>Rename</button>
      <button onClick={renameBySend}>Rename the other</button>
    </>
  );
}
