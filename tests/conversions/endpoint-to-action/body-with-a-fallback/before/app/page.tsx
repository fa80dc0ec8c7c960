'use client';

export default function Page() {
  const save = async (title: string) => {
    const res = await fetch('/api/notes', { method: 'PUT', body: JSON.stringify({ title }) });
    const data = await res.json().catch(() => ({}));
    if (!res.ok) {
      alert(data.error ?? 'Not saved');
    }
  };
  return <button onClick={() => save('a')}>Save</button>;
}
