'use client';

import { useState } from 'react';
import { createTicket } from './actions';

export default function Page() {
  const [ticket, setTicket] = useState('');

  const book = async (seat: string) => {
    try {
      const { id } = await createTicket(seat)
        .then((response) => {
          if (!response.ok) {
            const body = response.data;
            throw new Error(body.error);
          }
          return response.data as { id: string };
        })
        .catch((error) => {
          console.error('Request failed:', error);
          throw error;
        });
      setTicket(id);
    } catch (error) {
      alert((error as Error).message);
    }
  };

  return <button onClick={() => book('1a')}>{ticket || 'Book'}</button>;
}
