'use client';

export default function Page() {
  const like = async () => {
    await fetch('/api/likes', { method: 'POST' });
  };
  return <button onClick={like}>Like</button>;
}
