'use client';

import { useState } from 'react';
import { createBell } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  async function ring() {
    const { ok, data: body } = await createBell(3);
    setText(ok ? `${body.rung} times` : body.error);
  }

  return <button onClick={ring}>{text || 'Ring'}</button>;
}
