'use client';

export default function Page() {
  async function rename(roomId: string, title: string) {
    const res = await fetch(`/api/rooms/${roomId}`, { method: 'PATCH', body: JSON.stringify({ title }) });
    const room = await res.json();
    document.title = room.title;
  }

  return <button onClick={() => rename('Blue', 'Green')}>Rename</button>;
}
