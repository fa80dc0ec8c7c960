'use client';

import { createLetter } from './actions';

export default function Letters() {
  const send = async () => {
    const response = await createLetter('Hello');
    const { count } = response;
    alert(`${count} letters`);
  };

  return <button onClick={send}>Send</button>;
}
