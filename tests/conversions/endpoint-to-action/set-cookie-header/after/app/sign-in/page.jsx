'use client';

import { useState } from 'react';
import { createSignIn } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  function signIn(email) {
    createSignIn({ email }).then(async (res) => {
      const data = res.data;
      setText(res.ok ? data.name : data.error);
    });
  }

  return <button onClick={() => signIn('ada@example.com')}>Sign in {text}</button>;
}
