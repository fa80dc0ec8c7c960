'use client';

import { useState } from 'react';
import { checkAvailable } from './actions';

export default function Page() {
  const [email, setEmail] = useState('');
  const [free, setFree] = useState<boolean | null>(null);

  const check = async () => {
    const data = await checkAvailable({ email, strict: '1' });
    setFree(data.available);
  };

  return (
    <div>
      <input value={email} onChange={(event) => setEmail(event.target.value)} onBlur={check} />
      {free === false && <p>Taken</p>}
    </div>
  );
}
