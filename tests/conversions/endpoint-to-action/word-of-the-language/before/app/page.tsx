'use client';

export default function Page() {
  const run = async () => {
    const res = await fetch('/api/export', { method: 'POST' });
    const { rows } = await res.json();
    alert(rows);
  };
  return <button onClick={run}>Export</button>;
}
