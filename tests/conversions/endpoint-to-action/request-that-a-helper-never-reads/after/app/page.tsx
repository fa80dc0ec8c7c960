'use client';

import { useState } from 'react';
import { createLoan } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  async function lend(book: string) {
    const { ok, data: body } = await createLoan(book);
    setText(ok ? `${body.count} books` : body.error);
  }

  return <button onClick={() => lend('Atlas')}>{text || 'Lend'}</button>;
}
