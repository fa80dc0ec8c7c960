'use client';

export default function Page() {
  const book = async (room: string) => {
    const res = await fetch('/api/rooms', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ room }),
    });
    alert(res.ok ? 'Booked' : 'Taken');
  };

  return <button onClick={() => book('attic')}>Book</button>;
}
