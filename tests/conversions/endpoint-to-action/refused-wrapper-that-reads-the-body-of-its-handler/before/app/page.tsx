'use client';

import { useState } from 'react';

export default function Page() {
  const [said, setSaid] = useState('');

  async function borrow(book: string) {
    const response = await fetch('/api/loans', { method: 'POST', body: JSON.stringify({ book }) });
    const answer = await response.json();
    setSaid(response.ok ? `${answer.book} is yours` : answer.error);
  }

  return <button onClick={() => borrow('novel')}>Borrow {said}</button>;
}
