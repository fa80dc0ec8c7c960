'use client';

import { useEffect, useState } from 'react';
import { getHello } from './actions';

export default function HelloPage() {
  const [message, setMessage] = useState('Loading…');

  useEffect(() => {
    getHello().then((data) => setMessage(data.message));
  }, []);

  return <p role="status">{message}</p>;
}
