'use client';

import { useState } from 'react';
import { toast } from './toast';

const ENDPOINT = '/api/newsletter';

export function SubscribeForm() {
  const [email, setEmail] = useState('');

  const subscribe = () =>
    toast.promise(
      fetch(ENDPOINT, { method: 'POST', body: JSON.stringify({ email }) }).then(async (res) => {
        if (!res.ok) {
          const error = await res.text();
          throw new Error(error);
        }
      }),
      {
        loading: 'Subscribing…',
        success: 'You are on the list',
        error: (error) => error.message,
      },
    );

  return (
    <div>
      <input aria-label="Email" type="email" value={email} onChange={(e) => setEmail(e.target.value)} />
      <button type="button" onClick={subscribe}>
        Subscribe
      </button>
    </div>
  );
}
