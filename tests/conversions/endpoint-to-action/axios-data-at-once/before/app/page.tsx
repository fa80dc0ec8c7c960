'use client';

import axios from 'axios';
import { useState } from 'react';

export default function Page() {
  const [id, setId] = useState('');

  const book = async (seat: string) => {
    const { id } = (await axios.post('/api/tickets', { seat })).data;
    setId(id);
  };

  const bookAnother = async (seat: string) => {
    const ticket = (await axios.post('/api/tickets', { seat })).data.id;
    setId(ticket);
  };

  const bookLast = async (seat: string) => {
    const { data, status } = await axios.post('/api/tickets', { seat });
    if (status === 201) setId(data.id);
  };

  return (
    <>
      <p>{id}</p>
      <button onClick={() => book('1a')}>Book</button>
      <button onClick={() => bookAnother('1b')}>Book another</button>
      <button onClick={() => bookLast('9f')}>Book the last</button>
    </>
  );
}
