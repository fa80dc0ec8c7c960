'use client';

import { useState } from 'react';
import { signInAction } from './actions';

export default function Page() {
  const [text, setText] = useState('');

  function signIn(email) {
    signInAction({ email }).then(({ ok, data }) => {
      setText(ok ? data.name : data.error);
    });
  }

  return <button onClick={() => signIn('ada@example.com')}>Sign in {text}</button>;
}
