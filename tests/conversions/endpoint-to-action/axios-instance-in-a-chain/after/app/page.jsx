'use client';

import { useState } from 'react';
import { createLike } from './actions';

export default function Page({ post = { id: '1' } }) {
  const [count, setCount] = useState(0);
  const like = () => {
    createLike(String(post.id))
      .then((data) => setCount(data.count))
      .catch(() => setCount(0));
  };
  return <button onClick={like}>{count}</button>;
}
