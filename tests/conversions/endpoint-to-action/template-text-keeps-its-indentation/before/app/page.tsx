'use client';

export default function Page() {
  return <button onClick={() => void fetch('/api/mail', { method: 'POST' })}>Send</button>;
}
