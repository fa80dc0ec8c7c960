'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  async function write() {
    const response = await fetch('/api/poems', { method: 'POST', body: JSON.stringify({ about: 'rain' }) });
    const poem = await response.json();
    if (response.ok) setText(poem.text);
  }

  return <button onClick={write}>{text || 'Write'}</button>;
}
