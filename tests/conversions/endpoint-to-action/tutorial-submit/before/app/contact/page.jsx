'use client';

import { useState } from 'react';

export default function ContactPage() {
  const [email, setEmail] = useState('');
  const [message, setMessage] = useState('');
  const [result, setResult] = useState('');
  const [error, setError] = useState('');

  async function handleSubmit(event) {
    event.preventDefault();
    setError('');

    const response = await fetch('/api/submit', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, message }),
    });
    const data = await response.json();

    if (response.ok) {
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
