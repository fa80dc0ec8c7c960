'use client';

import { useState } from 'react';
import { toast } from '../lib/toast';
import { updateShelf } from './actions';

export default function Page() {
  const [name, setName] = useState('');

  const rename = async () => {
    const shelf = await updateShelf({ id: '1', name })
      .then((res) => {
        if (!res.ok) {
          toast.error('Not saved');
          return false;
        }
        return res.data;
      })
      .catch((error) => {
        console.error(error);
        toast.error('No connection');
        return false;
      });
    if (shelf) setName(shelf.name);
  };

  const renameBySend = async () => {
    const { data, error } = await updateShelf({ id: '2', name })
      .then(({ ok, data }) => {
        if (!ok) return { data: null, error: data.error };
        return { data, error: null };
      })
      .catch(() => ({ data: null, error: 'No connection' }));
    setName(error ?? data.name);
  };

  return (
    <>
      <button onClick={rename}>Rename</button>
      <button onClick={renameBySend}>Rename the other</button>
    </>
  );
}
