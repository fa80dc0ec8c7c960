'use client';

import { useState } from 'react';
import { createSeed } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  async function order() {
    try {
      const res = await createSeed(12);
      if (!res.ok) {
        const { message } = res.data;
        setText(message);
        return;
      }
      const { count } = res.data;
      setText(`${count} are on their way`);
    } catch {
      setText('Nobody answers');
    }
  }

  return <button onClick={order}>{text || 'Order'}</button>;
}
