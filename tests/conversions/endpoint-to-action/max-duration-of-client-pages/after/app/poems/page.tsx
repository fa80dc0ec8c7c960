'use client';

import { useState } from 'react';
import { createPoem } from '@/app/actions';

export default function Page() {
  const [text, setText] = useState('');

  async function write() {
    const { ok, data: poem } = await createPoem('rain');
    if (ok) setText(poem.text);
  }

  return <button onClick={write}>{text || 'Write'}</button>;
}
