'use client';

import { useState } from 'react';
import { createKite } from './actions';

export default function Kite() {
  const [told, setTold] = useState('');

  async function fly() {
    const { ok, data } = await createKite('red');
    setTold(ok ? `${data.height} m` : data.error);
  }

  return <button onClick={fly}>{told || 'Fly'}</button>;
}
