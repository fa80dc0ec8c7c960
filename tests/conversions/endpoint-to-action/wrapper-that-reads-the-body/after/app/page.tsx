'use client';

import { useState } from 'react';
import { createLoan } from './actions';

export default function Page() {
  const [said, setSaid] = useState('');

  async function borrow(book: string) {
    const { ok, data: answer } = await createLoan({ book });
    setSaid(ok ? `${answer.book} is yours` : answer.error);
  }

  return <button onClick={() => borrow('novel')}>Borrow {said}</button>;
}
