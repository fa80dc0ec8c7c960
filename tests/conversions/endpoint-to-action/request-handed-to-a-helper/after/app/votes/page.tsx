'use client';

import { useState } from 'react';
import { createVote } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  async function vote(option: string) {
    const { ok, data } = await createVote(option);
    setText(ok ? `${data.count} votes` : data.error);
  }

  return <button onClick={() => vote('yes')}>Yes {text}</button>;
}
