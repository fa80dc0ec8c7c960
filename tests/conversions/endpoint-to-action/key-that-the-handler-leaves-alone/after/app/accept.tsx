'use client';

import { useState } from 'react';
import { createInvitation } from './actions';

export function Accept({ token, userId }: { token: string; userId: string }) {
  const [problem, setProblem] = useState('');

  const accept = async () => {
    const res = await createInvitation({ token, userId });
    if (!res.ok) {
      const { error } = res.data;
      setProblem(error);
    }
  };

  return <button onClick={accept}>Accept {problem}</button>;
}
