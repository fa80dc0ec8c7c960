'use client';

import { useState } from 'react';

export default function Page() {
  const [id, setId] = useState('');
  const add = async () => {
    const { user } = await (
      await fetch('/api/users', { method: 'POST', body: JSON.stringify({ name: 'Ada' }) })
    ).json();
    setId(user.id);
  };
  return <button onClick={add}>{id}</button>;
}
