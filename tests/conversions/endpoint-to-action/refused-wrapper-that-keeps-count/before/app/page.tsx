'use client';

export default function Page() {
  const send = () => fetch('/api/wishes', { method: 'POST', body: JSON.stringify({ wish: 'snow' }) });
  return <button onClick={send}>Wish</button>;
}
