'use client';

import { useState } from 'react';
import { ApiError, apiRequest } from '@/lib/send';

export default function Page() {
  const [problem, setProblem] = useState('');

  const save = async (text: string) => {
    try {
      const note = await apiRequest<{ id: string }>('/notes', { method: 'POST', body: JSON.stringify({ text }) });
      console.log(note.id);
    } catch (error) {
      if (error instanceof ApiError) setProblem(error.message);
    }
  };

  return <button onClick={() => save('Milk')}>{problem || 'Save'}</button>;
}
