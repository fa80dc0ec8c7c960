'use client';

export default function Page() {
  const drop = async (room: string, key: string) => {
    const response = await fetch(`/api/rooms/${room}/keys?id=${key}`, { method: 'DELETE' });
    if (!response.ok) alert('Not dropped');
  };
  return <button onClick={() => drop('attic', 'brass')}>Drop</button>;
}
