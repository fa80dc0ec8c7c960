'use client';

import { useState } from 'react';
import { createPost } from './actions';

export default function Page() {
  const [message, setMessage] = useState('');

  async function publish(title: string) {
    const res = await createPost(title);
    if (res.status === 401) {
      location.href = '/login';
      return;
    }
    const data = res.data;
    setMessage(res.ok ? `Post ${data.id}` : data.error!);
  }

  return <button onClick={() => publish('Hello')}>Publish {message}</button>;
}
