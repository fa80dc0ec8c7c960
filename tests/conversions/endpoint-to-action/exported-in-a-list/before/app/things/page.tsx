'use client';

export default function Page() {
  async function create(name: string) {
    const res = await fetch('/api/things', { method: 'POST', body: JSON.stringify({ name }) });
    if (!res.ok) {
      const { error } = await res.json();
      alert(error);
    }
  }

  return <button onClick={() => create('b')}>Create</button>;
}
