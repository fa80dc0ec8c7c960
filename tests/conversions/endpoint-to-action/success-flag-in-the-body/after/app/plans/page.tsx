'use client';

import { useState } from 'react';
import { checkoutAction } from './actions';

export default function Page() {
  const [plan, setPlan] = useState('');
  const [message, setMessage] = useState('');

  async function choose(plan: string) {
    const data = await checkoutAction(plan);
    if (data.success) {
      setPlan(data.name);
      window.location.href = data.url;
    } else {
      setMessage(data.message);
    }
  }

  async function preview(plan: string) {
    const { url, message } = await checkoutAction(plan);
    if (message) {
      setMessage(message);
      return;
    }
    window.open(url!);
    setPlan(url!);
  }

  return (
    <p>
      <button onClick={() => choose('pro')}>Pro {plan}</button>
      <button onClick={() => preview('pro')}>Preview</button> {message}
    </p>
  );
}
