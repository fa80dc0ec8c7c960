'use client';

import { useState } from 'react';
import { createStore } from './actions';

export function StoreForm() {
  const [name, setName] = useState('');
  const [message, setMessage] = useState('');

  const create = async () => {
    try {
      const response = await createStore(name);
      if (!response.ok) throw new Error(`Request failed with status code ${response.status}`);
      const data = response.data;
      window.location.assign(`/stores/${data.id}`);
    } catch (error) {
      setMessage('Something went wrong');
    }
  };

  const copy = async () => {
    try {
      const res = await createStore(`${name} (copy)`);
      if (!res.ok) throw new Error(`Request failed with status code ${res.status}`);
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
