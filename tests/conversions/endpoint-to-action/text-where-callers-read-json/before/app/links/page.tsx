'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  async function remove(key: string) {
    try {
      const res = await fetch('/api/links', { method: 'DELETE', body: JSON.stringify({ key }) });
      const data = await res.json();
      if (!res.ok) {
        setText(data.error);
        return;
      }
      setText(`${data.link.key} is gone`);
    } catch {
      setText('Something went wrong');
    }
  }

  return <button onClick={() => remove('a')}>Delete {text}</button>;
}
