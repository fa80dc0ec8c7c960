'use client';

import { useState } from 'react';
import { createKiteAction } from './actions';

export default function Kite() {
  const [told, setTold] = useState('');

  async function fly() {
    const { ok, data } = await createKiteAction('red');
    setTold(ok ? `${data.height} m` : data.error);
  }

  return <button onClick={fly}>{told || 'Fly'}</button>;
}
