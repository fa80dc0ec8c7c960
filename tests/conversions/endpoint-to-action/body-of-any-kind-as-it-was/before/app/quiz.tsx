'use client';

import { useState } from 'react';

export function Quiz({ answer }: { answer: string }) {
  const [outcome, setOutcome] = useState<any>(null);

  async function send() {
    try {
      const response = await fetch('/api/quiz', { method: 'POST', body: JSON.stringify({ answer }) });
      const data = await response.json();
      setOutcome(data);
    } catch {
      setOutcome({ error: 'Not sent' });
    }
  }

  return <button onClick={send}>{outcome?.error ?? outcome?.points ?? 'Send'}</button>;
}
