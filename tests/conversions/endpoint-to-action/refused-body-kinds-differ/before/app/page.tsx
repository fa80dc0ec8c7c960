'use client';

export default function Page() {
  const save = async () => {
    const res = await fetch('/api/names', { method: 'POST', body: JSON.stringify({ name: 'Ada' }) });
    if (!res.ok) {
      const { error } = await res.json();
      alert(error);
    }
  };

  return <button onClick={save}>Save</button>;
}
