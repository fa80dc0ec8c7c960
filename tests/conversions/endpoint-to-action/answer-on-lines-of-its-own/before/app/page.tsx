'use client';

import { useEffect, useState } from 'react';

export default function Page() {
  const [name, setName] = useState('');

  useEffect(() => {
    fetch('/api/me')
      .then((r) => {
        if (!r.ok) {
          setName(r.status === 401 ? 'nobody' : '?');
          return null;
        }
        return r.json();
      })
      .then((data) => {
        if (data) setName(data.name);
      });
  }, []);

  return <p>{name}</p>;
}
