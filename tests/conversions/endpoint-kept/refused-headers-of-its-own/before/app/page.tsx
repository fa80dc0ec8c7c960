'use client';

export default function Page() {
  const add = async () => {
    await fetch('/api/feeds', { method: 'POST', body: JSON.stringify({ feed: 'a' }) });
  };
  return <button onClick={add}>Add</button>;
}
