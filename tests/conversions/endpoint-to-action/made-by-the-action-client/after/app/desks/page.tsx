'use client';

import { useState } from 'react';
import { createDesk } from './actions';

export default function Page() {
  const [desk, setDesk] = useState('');
  const [text, setText] = useState('');

  async function book() {
    const res = await createDesk({ desk }).then((result) => result?.data ?? { ok: false as const });
    if (!res.ok) {
      setText('You can not sit there');
      return;
    }
    const { until } = res.data;
    setText(`Yours until ${until}`);
  }

  return (
    <form action={book}>
      <input value={desk} onChange={(event) => setDesk(event.target.value)} />
      <button>{text || 'Book'}</button>
    </form>
  );
}
