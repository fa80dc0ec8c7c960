'use client';

import { useState } from 'react';

export default function Page() {
  const [error, setError] = useState('');
  const remove = async (id: string) => {
    const res = await fetch(`/api/tasks/${id}`, { method: 'DELETE' });
    if (!res.ok) {
      const data = await res.json();
      setError(data.error);
    }
  };
  return <button onClick={() => remove('12')}>{error || 'Remove'}</button>;
}
