'use client';

import { useState } from 'react';
import { createStop } from './actions';

export function AddStop({ tripId, day }: { tripId: string; day: string }) {
  const [place, setPlace] = useState('');
  const [told, setTold] = useState('');

  async function add() {
    const response = await createStop({ id: tripId, day, place });
    if (!response.ok) {
      setTold('That failed');
      return;
    }
    const data = response.data as { stops: number };
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
