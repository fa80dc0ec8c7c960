'use client';

export default function Page() {
  return <button onClick={() => fetch('/api/v1/names', { method: 'POST' })}>Save</button>;
}
