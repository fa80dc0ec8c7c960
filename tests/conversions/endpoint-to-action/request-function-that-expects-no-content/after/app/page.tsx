'use client';

import { useState } from 'react';
import { sendAction } from '@/lib/send';
import { deletePost } from './actions';

export default function Page() {
  const [problem, setProblem] = useState('');
  const drop = (id: string) => sendAction(() => deletePost(id)).catch((error: Error) => setProblem(error.message));
  return <button onClick={() => drop('first')}>{problem || 'Drop'}</button>;
}
