'use client';

import { useState } from 'react';

export function Label({ id }: { id: string }) {
  const [text, setText] = useState('');

  async function save(label: string) {
    const res = await fetch(`/api/cabinets/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ label }),
    });
    const data = await res.json();
    if (!res.ok) {
      setText(data.error);
      return;
    }
    setText(`${data.label}, ${data.changed}`);
  }

  return <button onClick={() => save('Maps')}>{text || 'Save'}</button>;
}
