'use client';

import { useState } from 'react';

export default function Page() {
  const [desk, setDesk] = useState('');
  const [text, setText] = useState('');

  async function book() {
    const res = await fetch('/api/desks', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ desk }),
    });
    if (!res.ok) {
      setText('You can not sit there');
      return;
    }
    const { until } = await res.json();
    setText(`Yours until ${until}`);
  }

  return (
    <form action={book}>
      <input value={desk} onChange={(event) => setDesk(event.target.value)} />
      <button>{text || 'Book'}</button>
    </form>
  );
}
