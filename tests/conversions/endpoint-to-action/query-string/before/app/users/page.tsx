'use client';

import { useState } from 'react';

export default function Page() {
  const [email, setEmail] = useState('');
  const [free, setFree] = useState<boolean | null>(null);

  const check = async () => {
    const res = await fetch(`/api/available?email=${encodeURIComponent(email)}&strict=1`);
    const data = await res.json();
    setFree(data.available);
  };

  return (
    <div>
      <input value={email} onChange={(event) => setEmail(event.target.value)} onBlur={check} />
      {free === false && <p>Taken</p>}
    </div>
  );
}
