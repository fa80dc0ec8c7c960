'use client';

export default function Page() {
  const save = async () => {
    const res = await fetch('/api/notes', { method: 'POST' });
    console.log(res.ok);
  };

  return <button onClick={save}>Save</button>;
}
