'use client';

import { useEffect, useState } from 'react';
import type { Visit } from '../../lib/visits';
import { createVisit } from './actions';

export default function Page() {
  const [visits, setVisits] = useState<Visit[]>([]);
  const [error, setError] = useState('');

  useEffect(() => {
    fetch('/api/visits')
      .then((res) => res.json())
      .then(setVisits);
  }, []);

  async function add(visit: Visit) {
    const res = await createVisit(visit);
    if (!res.ok) {
      const body = res.data;
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
