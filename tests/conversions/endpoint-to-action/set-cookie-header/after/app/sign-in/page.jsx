'use client';

import { useState } from 'react';
import { createSignIn } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  function signIn(email) {
    createSignIn({ email }).then(({ ok, data }) => {
      setText(ok ? data.name : data.error);
    });
  }

  return <button onClick={() => signIn('ada@example.com')}>Sign in {text}</button>;
}
