'use client';

export default function Page() {
  const add = async () => {
    await fetch('/api/drafts', { method: 'POST' });
  };
  return <button onClick={add}>Add</button>;
}
