'use client';

export default function Page() {
  async function vote(option: string) {
    await fetch('/api/vote', { method: 'POST', body: JSON.stringify({ option }) });
  }
  return <button onClick={() => vote('a')}>A</button>;
}
