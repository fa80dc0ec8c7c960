'use client';

import { useState } from 'react';
import { login } from './actions';

export default function Page() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [message, setMessage] = useState('');

  const handleSubmit = async (event: React.FormEvent) => {
    event.preventDefault();
    const { ok, data } = await login({ email, password });
    if (!ok) {
      setMessage(data.error);
      return;
    }
    setMessage(`${data.message}, ${data.user.name}`);
  };

  return (
    <form onSubmit={handleSubmit}>
      <input value={email} onChange={(event) => setEmail(event.target.value)} />
      <input value={password} onChange={(event) => setPassword(event.target.value)} />
      <button>Sign in</button> {message}
    </form>
  );
}
