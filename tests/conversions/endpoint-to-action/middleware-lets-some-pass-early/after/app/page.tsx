'use client';

import { useState } from 'react';
import { createName } from './actions';

export default function Page() {
  const [message, setMessage] = useState('');

  const save = async () => {
    const { ok, data } = await createName('Ada');
    setMessage(ok ? `Hello ${data.name}` : data.error);
  };

  return (
    <p>
      <button onClick={save}>Save</button> {message}
    </p>
  );
}
