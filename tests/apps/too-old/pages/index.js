import { useState } from 'react';
import { subscribe } from '../lib/actions';

export default function Home() {
  const [done, setDone] = useState(false);

  async function handleClick() {
    const { ok } = await subscribe('ada@example.com');
    setDone(ok);
  }

  return <button onClick={handleClick}>{done ? 'Subscribed' : 'Subscribe'}</button>;
}
