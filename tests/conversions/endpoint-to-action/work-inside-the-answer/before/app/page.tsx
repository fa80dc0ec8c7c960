'use client';

export default function Page() {
  const add = async () => {
    const res = await fetch('/api/users', { method: 'POST', body: JSON.stringify({ name: 'Ada' }) });
    if (!res.ok) alert('Not added');
  };
  return <button onClick={add}>Add</button>;
}
