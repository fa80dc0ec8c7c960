'use client';

import { useState } from 'react';
import { createStar } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  async function give() {
    const { ok, data: body } = await createStar();
    setText(ok ? `${body.given} given` : body.error);
  }

  return <button onClick={give}>{text || 'Give a star'}</button>;
}
