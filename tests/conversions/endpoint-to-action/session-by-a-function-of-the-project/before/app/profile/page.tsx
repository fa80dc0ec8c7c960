'use client';

import { useState } from 'react';

export default function Page() {
  const [motto, setMotto] = useState('');

  async function save(next: string) {
    const response = await fetch('/api/motto', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ motto: next }),
    });
    const data = await response.json();
    setMotto(response.ok ? data.motto : data.error);
  }

  return <button onClick={() => save('Onwards')}>{motto || 'Motto'}</button>;
}
