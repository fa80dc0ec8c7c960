'use client';

import { useState } from 'react';
import { createPost } from './actions';

export default function Page() {
  const [message, setMessage] = useState('');

  async function publish(title: string) {
    const { ok, data } = await createPost({ title });
    setMessage(ok ? `Post ${data.id}` : data.error!);
  }

  return <button onClick={() => publish('Hello')}>Publish {message}</button>;
}
