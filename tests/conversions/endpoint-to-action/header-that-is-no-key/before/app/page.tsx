'use client';

const TOKEN = 'token';

export default function Page() {
  const save = async () => {
    const res = await fetch('/api/names', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify({ name: 'Ada' }),
    });
    console.log(res.ok);
  };

  return <button onClick={save}>Save</button>;
}
