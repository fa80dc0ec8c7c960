'use client';

import { useState } from 'react';

export function Accept({ token, userId }: { token: string; userId: string }) {
  const [problem, setProblem] = useState('');

  const accept = async () => {
    const res = await fetch('/api/invitations', { method: 'POST', body: JSON.stringify({ token, userId }) });
    if (!res.ok) {
      const { error } = await res.json();
      setProblem(error);
    }
  };

  return <button onClick={accept}>Accept {problem}</button>;
}
