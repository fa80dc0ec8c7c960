'use client';

import { useState } from 'react';
import { createUse } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  async function enter(ticketId: string) {
    const { ok, data: body } = await createUse(ticketId);
    setText(ok ? `Seat ${body.seat}` : body.error);
  }

  return <button onClick={() => enter('a1')}>{text || 'Enter'}</button>;
}
