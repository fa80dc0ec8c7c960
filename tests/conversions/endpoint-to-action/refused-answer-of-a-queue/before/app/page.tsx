'use client';

export default function Page() {
  return <button onClick={() => fetch('/api/crates', { method: 'POST' })}>Take one</button>;
}
