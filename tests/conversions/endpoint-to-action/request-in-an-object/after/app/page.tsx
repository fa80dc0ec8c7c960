'use client';

import { useState } from 'react';
import { deleteTask } from './actions';

export default function Page() {
  const [error, setError] = useState('');
  const remove = async (id: string) => {
    const res = await deleteTask(id);
    if (!res.ok) {
      const data = res.data;
      setError(data.error);
    }
  };
  return <button onClick={() => remove('12')}>{error || 'Remove'}</button>;
}
