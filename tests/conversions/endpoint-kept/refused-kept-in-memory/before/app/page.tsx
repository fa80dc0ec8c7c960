'use client';

export default function Page() {
  const vote = async () => {
    await fetch('/api/votes', { method: 'POST', body: JSON.stringify({ option: 'yes' }) });
  };
  return <button onClick={vote}>Yes</button>;
}
