'use client';

import { useState } from 'react';
import { createFeedAction } from './actions';

export default function Page() {
  const [message, setMessage] = useState('');

  const add = async () => {
    const response = await createFeedAction('https://example.com');
    if (!response.ok) {
      setMessage(response.status === 429 ? 'Later' : 'No');
      return;
    }
    const { readers } = response.data;
    setMessage(`${readers} read it`);
  };

  return <button onClick={add}>{message || 'Add'}</button>;
}
