'use client';

export function Seat({ seat, onTaken }: { seat: string; onTaken: () => void }) {
  async function take() {
    const response = await fetch('/api/seats', { method: 'POST', body: JSON.stringify({ seat }) });
    if (!response.ok) {
      onTaken();
    }
  }

  return <button onClick={take}>{seat}</button>;
}
