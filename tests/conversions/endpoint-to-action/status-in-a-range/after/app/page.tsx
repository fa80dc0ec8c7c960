'use client';

import { useState } from 'react';
import { createTicket } from './actions';

export default function Page() {
  const [ticket, setTicket] = useState('');

  const book = async (seat: string) => {
    const res = await createTicket(seat);
    if (res.status >= 400) {
      throw new Error('Not booked');
    }
    const { id } = res.data;
    setTicket(id!);
  };

  const bookAnother = async (seat: string) => {
    const res = await createTicket(seat);
    if ([200, 201].includes(res.status)) {
      const data = res.data;
      setTicket(data.id!);
    }
  };

  return (
    <>
      <p>{ticket}</p>
      <button onClick={() => book('1a')}>Book</button>
      <button onClick={() => bookAnother('1b')}>Book another</button>
    </>
  );
}
