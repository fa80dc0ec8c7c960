'use client';

export default function Page() {
  return <button onClick={() => fetch('/api/ping', { method: 'POST' })}>Ping</button>;
}
