'use client';

import { useEffect, useState } from 'react';
import type { Visit } from '../../lib/visits';

export default function Page() {
  const [visits, setVisits] = useState<Visit[]>([]);
  const [error, setError] = useState('');

  useEffect(() => {
    fetch('/api/visits')
      .then((res) => res.json())
      .then(setVisits);
  }, []);

  async function add(visit: Visit) {
    const res = await fetch('/api/visits', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(visit),
    });
    if (!res.ok) {
      const body = await res.json();
      setError(body.error);
      return;
    }
    setVisits([...visits, visit]);
  }

  return (
    <>
      {error}
      <button onClick={() => add({ place: 'Porto', day: '2026-06-02' })}>Add</button>
      {visits.length}
    </>
  );
}
