'use client';

import { createStop } from './actions';

export function AddHome({ tripId, onFailed }: { tripId: string; onFailed: (status: number) => void }) {
  async function add() {
    const response = await createStop({ id: tripId, day: null, place: 'Home' });
    if (!response.ok) {
      onFailed(response.status);
    }
  }

  return <button onClick={add}>Home</button>;
}
