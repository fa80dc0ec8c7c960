'use client';

import { useState } from 'react';
import { createThing } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  async function create(name: string) {
    const { ok, data } = await createThing(name);
    setText(ok ? `${data.count} things` : data.error);
  }

  return (
    <p>
      <button onClick={() => create('a')}>Create {text}</button>
      <button onClick={() => window.open('/api/things')}>All things</button>
    </p>
  );
}
