'use client';

export default function Page() {
  const save = async () => {
    const res = await fetch('/api/names', { method: 'POST', body: JSON.stringify({ name: 'Ada' }) });
    console.log(res.ok);
  };

  return <button onClick={save}>Save</button>;
}
