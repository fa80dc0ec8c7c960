'use client';

import { useState } from 'react';
import { createMessage } from './actions';

export default function Page() {
  const [said, setSaid] = useState('');
  const send = async () => {
    const { ok, data } = await createMessage('Hello');
    setSaid(ok ? `${data.sent} letters` : data.error);
  };
  return <button onClick={send}>{said || 'Send'}</button>;
}
