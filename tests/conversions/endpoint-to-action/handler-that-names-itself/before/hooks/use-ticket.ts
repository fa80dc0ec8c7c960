import { useState } from 'react';

export function useTicket() {
  const [number, setNumber] = useState<number | null>(null);

  async function open(subject: string) {
    const response = await fetch('/api/tickets', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ subject }),
    });
    if (!response.ok) {
      throw new Error('The ticket was not opened');
    }
    const data = await response.json();
    setNumber(data.number);
  }

  return { number, open };
}
