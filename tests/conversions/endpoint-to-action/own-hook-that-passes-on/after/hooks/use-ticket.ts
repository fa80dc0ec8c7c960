'use client';

import { useState } from 'react';
import { createTicket } from '@/app/actions';

export const useTicket = () => {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState('');

  async function send(body: { show: string }) {
    setSending(true);
    setProblem('');
    try {
      const { ok, data } = await createTicket(body);
      if (!ok) {
        setProblem(data.error);
        return null;
      }
      return data as { number: number };
    } finally {
      setSending(false);
    }
  }

  return { send, isSending, problem };
};
