'use client';

import { useState } from 'react';

export function usePost<In, Out>(url: string) {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState('');

  async function send(body: In) {
    setSending(true);
    setProblem('');
    try {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
      const data = await response.json();
      if (!response.ok) {
        setProblem(data.error);
        return null;
      }
      return data as Out;
    } finally {
      setSending(false);
    }
  }

  return { send, isSending, problem };
}
