import { useState } from 'react';
import { createTicket } from '@/app/actions';

export function useTicket() {
  const [number, setNumber] = useState<number | null>(null);

  async function open(subject: string) {
    const response = await createTicket(subject);
    if (!response.ok) {
      throw new Error('The ticket was not opened');
    }
    const data = response.data;
    setNumber(data.number);
  }

  return { number, open };
}
