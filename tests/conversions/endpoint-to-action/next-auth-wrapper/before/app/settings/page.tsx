'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  async function remove() {
    const response = await fetch('/api/user', {
      method: 'DELETE',
      headers: { 'Content-Type': 'application/json' },
    });
    if (!response?.ok) {
      setText('Something went wrong');
    } else {
      setText('Your account is gone');
    }
  }

  return <button onClick={remove}>Delete {text}</button>;
}
