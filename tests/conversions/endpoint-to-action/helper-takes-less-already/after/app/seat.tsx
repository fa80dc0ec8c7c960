'use client';

import { createSeat } from './actions';

export function Seat({ seat, onTaken }: { seat: string; onTaken: () => void }) {
  async function take() {
    const response = await createSeat(seat);
    if (!response.ok) {
      onTaken();
    }
  }

  return <button onClick={take}>{seat}</button>;
}
