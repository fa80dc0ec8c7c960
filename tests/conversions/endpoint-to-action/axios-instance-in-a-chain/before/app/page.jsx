'use client';

import { useState } from 'react';
import { http } from '../lib/http';

export default function Page({ post = { id: '1' } }) {
  const [count, setCount] = useState(0);
  const like = () => {
    http
      .post(`/likes/${post.id}`)
      .then(({ data }) => setCount(data.count))
      .catch(() => setCount(0));
  };
  return <button onClick={like}>{count}</button>;
}
