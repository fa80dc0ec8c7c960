'use client';

export function AddHome({ tripId, onFailed }: { tripId: string; onFailed: (status: number) => void }) {
  async function add() {
    const request = new Request(`/api/trips/${tripId}/stops`, {
      method: 'POST',
      body: JSON.stringify({ place: 'Home' }),
    });
    const { ok, status } = await fetch(request);
    if (!ok) {
      onFailed(status);
    }
  }

  return <button onClick={add}>Home</button>;
}
