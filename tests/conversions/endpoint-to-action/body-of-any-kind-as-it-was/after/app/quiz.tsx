'use client';

import { useState } from 'react';
import { createQuiz } from './actions';

export function Quiz({ answer }: { answer: string }) {
  const [outcome, setOutcome] = useState<any>(null);

  async function send() {
    try {
      const data: any = await createQuiz(answer);
      setOutcome(data);
    } catch {
      setOutcome({ error: 'Not sent' });
    }
  }

  return <button onClick={send}>{outcome?.error ?? outcome?.points ?? 'Send'}</button>;
}
