'use client';

import { useState } from 'react';
import { createVote } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  async function vote(stars: number) {
    const res = await createVote(stars);
    if (res.ok) {
      const { votes } = res.data;
      setText(`${votes} votes`);
    } else {
      const { error } = res.data;
      setText(error);
    }
  }

  return <button onClick={() => vote(3)}>{text || 'Vote'}</button>;
}
