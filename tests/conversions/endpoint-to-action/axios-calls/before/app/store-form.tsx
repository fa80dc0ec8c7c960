'use client';

import axios from 'axios';
import { useState } from 'react';

export function StoreForm() {
  const [name, setName] = useState('');
  const [message, setMessage] = useState('');

  const create = async () => {
    try {
      const response = await axios.post('/api/stores', { name });
      window.location.assign(`/stores/${response.data.id}`);
    } catch (error) {
      setMessage('Something went wrong');
    }
  };

  const copy = async () => {
    try {
      await axios.post('/api/stores', { name: `${name} (copy)` });
      setMessage('Copied');
    } catch {
      setMessage('Something went wrong');
    } finally {
      setName('');
    }
  };

  return (
    <>
      <input value={name} onChange={(event) => setName(event.target.value)} />
      <button onClick={create}>Create</button>
      <button onClick={copy}>Copy</button>
      <p>{message}</p>
    </>
  );
}
