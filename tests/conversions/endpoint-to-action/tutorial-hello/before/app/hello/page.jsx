'use client';

import { useEffect, useState } from 'react';

export default function HelloPage() {
  const [message, setMessage] = useState('Loading…');

  useEffect(() => {
    fetch('/api/hello')
      .then((response) => response.json())
      .then((data) => setMessage(data.message));
  }, []);

  return <p role="status">{message}</p>;
}
