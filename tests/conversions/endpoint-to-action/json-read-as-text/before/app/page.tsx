'use client';

export default function Page() {
  async function add(name: string) {
    const res = await fetch('/api/keys', { method: 'POST', body: JSON.stringify({ name }) });
    if (!res.ok) {
      alert(await res.text());
    } else {
      const { count } = await res.json();
      alert(`${count} keys`);
    }
  }

  return <button onClick={() => add('new')}>Add</button>;
}
