'use client';

import { useState } from 'react';

export default function Page() {
  const [isFree, setIsFree] = useState(false);
  const check = async (username: string) => {
    const response = await fetch('/api/username/available', { method: 'POST', body: JSON.stringify({ username }) });
    const data = await response.json();
    setIsFree(data.isAvailable);
  };
  return <button onClick={() => check('ada')}>{isFree ? 'free' : 'taken'}</button>;
}
