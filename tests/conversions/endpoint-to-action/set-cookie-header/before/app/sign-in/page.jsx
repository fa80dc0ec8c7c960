'use client';

import { useState } from 'react';

export default function Page() {
  const [text, setText] = useState('');

  function signIn(email) {
    fetch('/api/sign-in', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email }),
    }).then(async (res) => {
      const data = await res.json();
      setText(res.ok ? data.name : data.error);
    });
  }

  return <button onClick={() => signIn('ada@example.com')}>Sign in {text}</button>;
}
