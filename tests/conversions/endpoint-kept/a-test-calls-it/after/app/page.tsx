'use client';

import { useState } from 'react';
import { createNameAction } from './actions';

export default function Page() {
  const [message, setMessage] = useState('');

  const save = async (name: string) => {
    const res = await createNameAction(name);
    if (!res.ok) {
      const { error } = res.data;
      setMessage(error);
      return;
    }
    const saved = res.data;
    setMessage(`${saved.name} is number ${saved.count}`);
  };

  return <button onClick={() => save('Ada')}>{message || 'Save'}</button>;
}
