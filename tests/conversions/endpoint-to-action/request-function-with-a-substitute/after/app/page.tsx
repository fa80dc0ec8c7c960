'use client';

import { useState } from 'react';
import { requestAction } from '@/lib/api';
import { createTicket } from './actions';

export default function Page() {
  const [ticket, setTicket] = useState('');

  const book = async (seat: string) => {
    try {
      const { id } = await requestAction<{ id: string }>(() => createTicket(seat));
      setTicket(id);
    } catch (error) {
      alert((error as Error).message);
    }
  };

  return <button onClick={() => book('1a')}>{ticket || 'Book'}</button>;
}
