'use client';

import { useState } from 'react';
import { createTicket } from './actions';

export default function Page() {
  const [id, setId] = useState('');

  const book = async (seat: string) => {
    const res = await createTicket(seat);
    if (!res.ok) throw new Error(`Request failed with status code ${res.status}`);
    const { id } = res.data;
    setId(id);
  };

  const bookAnother = async (seat: string) => {
    const res = await createTicket(seat);
    if (!res.ok) throw new Error(`Request failed with status code ${res.status}`);
    const ticket = res.data.id;
    setId(ticket);
  };

  const bookLast = async (seat: string) => {
    const res = await createTicket(seat);
    if (!res.ok) throw new Error(`Request failed with status code ${res.status}`);
    const data = res.data;
    if (res.status === 201) setId(data.id);
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
