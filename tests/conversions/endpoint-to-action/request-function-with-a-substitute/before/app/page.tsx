'use client';

import { useState } from 'react';
import { api } from '@/lib/api';

export default function Page() {
  const [ticket, setTicket] = useState('');

  const book = async (seat: string) => {
    try {
      const { id } = await api.post<{ id: string }>('/tickets', { seat });
      setTicket(id);
    } catch (error) {
      alert((error as Error).message);
    }
  };

  return <button onClick={() => book('1a')}>{ticket || 'Book'}</button>;
}
