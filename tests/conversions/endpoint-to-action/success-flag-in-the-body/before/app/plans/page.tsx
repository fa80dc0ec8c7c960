'use client';

import { useState } from 'react';

export default function Page() {
  const [plan, setPlan] = useState('');
  const [message, setMessage] = useState('');

  async function choose(plan: string) {
    const res = await fetch('/api/checkout', { method: 'POST', body: JSON.stringify({ plan }) });
    const data = await res.json();
    if (data.success) {
      setPlan(data.name);
      window.location.href = data.url;
    } else {
      setMessage(data.message);
    }
  }

  async function preview(plan: string) {
    const { url, message } = await fetch('/api/checkout', { method: 'POST', body: JSON.stringify({ plan }) }).then((res) =>
      res.json(),
    );
    if (message) {
      setMessage(message);
      return;
    }
    window.open(url);
    setPlan(url);
  }

  return (
    <p>
      <button onClick={() => choose('pro')}>Pro {plan}</button>
      <button onClick={() => preview('pro')}>Preview</button> {message}
    </p>
  );
}
