'use client';

export default function Page() {
  const save = async () => {
    const res = await fetch('/api/notes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'Hello' }),
    });
    console.log(res.ok);
  };

  return <button onClick={save}>Save</button>;
}
