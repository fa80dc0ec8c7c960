'use client';

export default function Page() {
  const search = async () => {
    const res = await fetch('/api/search?q=a', { method: 'POST' });
    console.log(await res.json());
  };
  return <button onClick={search}>Search</button>;
}
