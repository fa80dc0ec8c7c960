'use client';

import { useEffect, useState } from 'react';
import { getMe } from './actions';

export default function Page() {
  const [name, setName] = useState('');

  useEffect(() => {
    getMe()
      .then((r) => {
        if (!r.ok) {
          setName(r.status === 401 ? 'nobody' : '?');
          return null;
        }
        return r.data;
      })
      .then((data) => {
        if (data) setName(data.name);
      });
  }, []);

  return <p>{name}</p>;
}
