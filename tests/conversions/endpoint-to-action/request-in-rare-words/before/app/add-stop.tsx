'use client';

import { useState } from 'react';

export function AddStop({ tripId, day }: { tripId: string; day: string }) {
  const [place, setPlace] = useState('');
  const [told, setTold] = useState('');

  async function add() {
    const url = new URL(`/api/trips/${tripId}/stops`, window.location.origin);
    url.searchParams.set('day', day);
    const headers = new Headers();
    headers.set('Content-Type', 'application/json');
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ place }) });
    if (!response.ok) {
      setTold('That failed');
      return;
    }
    const data = await response.json() as { stops: number };
    setTold(`${data.stops} stops`);
  }

  return (
    <form action={add}>
      <input value={place} onChange={(event) => setPlace(event.target.value)} />
      <button>Add</button>
      {told}
    </form>
  );
}
