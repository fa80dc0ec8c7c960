'use client';

import { useState } from 'react';
import { useTicket } from '@/hooks/use-ticket';

export default function Shows() {
  const { send, isSending, problem } = useTicket();
  const [number, setNumber] = useState(0);

  async function buy() {
    const ticket = await send({ show: 'Hamlet' });
    if (ticket) {
      setNumber(ticket.number);
    }
  }

  return (
    <button disabled={isSending} onClick={buy}>
      {problem || (number ? `Ticket ${number}` : 'Buy')}
    </button>
  );
}
