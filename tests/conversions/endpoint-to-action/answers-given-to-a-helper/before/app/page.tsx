'use client';

import { useState } from 'react';

export default function Kite() {
  const [told, setTold] = useState('');

  async function fly() {
    const response = await fetch('/api/kites', { method: 'POST', body: JSON.stringify({ colour: 'red' }) });
    const data = await response.json();
    setTold(response.ok ? `${data.height} m` : data.error);
  }

  return <button onClick={fly}>{told || 'Fly'}</button>;
}
