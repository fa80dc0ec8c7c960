'use client';

import { createSms } from './actions';

export default function Letters() {
  const send = async () => {
    const response = await createSms('Hello');
    const { count } = response;
    alert(`${count} letters`);
  };

  return <button onClick={send}>Send</button>;
}
