'use client';

export default function Page() {
  const dismiss = async () => {
    await fetch('/api/seen', { method: 'POST' });
  };
  const dismissOlder = async () => {
    await fetch('/api/seen', { method: 'POST', body: JSON.stringify({ at: '2026-01-01' }) });
  };
  return (
    <>
      <button onClick={dismiss}>Dismiss</button>
      <button onClick={dismissOlder}>Dismiss older</button>
    </>
  );
}
