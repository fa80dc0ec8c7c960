'use client';

import { useState } from 'react';
import { send } from '@/lib/send';

export default function Page() {
  const [problem, setProblem] = useState('');
  const drop = (id: string) => send(`/posts/${id}`, 'DELETE').catch((error: Error) => setProblem(error.message));
  return <button onClick={() => drop('first')}>{problem || 'Drop'}</button>;
}
