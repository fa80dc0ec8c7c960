'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  async function order() {
    try {
      const res = await fetch('/api/seeds', { method: 'POST', body: JSON.stringify({ count: 12 }) });
      if (!res.ok) {
        const { message } = await res.json();
        setText(message);
        return;
      }
      const { count } = await res.json();
      setText(`${count} are on their way`);
    } catch {
      setText('Nobody answers');
    }
  }

  return <button onClick={order}>{text || 'Order'}</button>;
}
