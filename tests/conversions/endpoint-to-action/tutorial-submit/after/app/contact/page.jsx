'use client';

import { useState } from 'react';
import { submit } from './actions';

export default function ContactPage() {
  const [email, setEmail] = useState('');
  const [message, setMessage] = useState('');
  const [result, setResult] = useState('');
  const [error, setError] = useState('');

  async function handleSubmit(event) {
    event.preventDefault();
    setError('');

    const { ok, data } = await submit({ email, message });

    if (ok) {
      setResult(`${data.message} You are number ${data.number}.`);
    } else {
      setError(data.error);
    }
  }

  return (
    <form onSubmit={handleSubmit}>
      <input aria-label="Email" value={email} onChange={(event) => setEmail(event.target.value)} />
      <textarea aria-label="Message" value={message} onChange={(event) => setMessage(event.target.value)} />
      <button>Send</button>
      <p role="status">{result}</p>
      <p className="error">{error}</p>
    </form>
  );
}
