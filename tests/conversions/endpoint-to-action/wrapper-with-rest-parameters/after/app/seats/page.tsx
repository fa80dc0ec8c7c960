'use client';

import { useState } from 'react';
import { createSeat } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  async function take(row: string) {
    try {
      const { ok, data: body } = await createSeat({ row, name: 'Ada' });
      if (!ok) throw new Error(body.error);
      setText(`${body.left} left`);
    } catch (error) {
      setText(error instanceof Error ? error.message : 'Failed');
    }
  }

  return <button onClick={() => take('a')}>{text || 'Take a seat'}</button>;
}
