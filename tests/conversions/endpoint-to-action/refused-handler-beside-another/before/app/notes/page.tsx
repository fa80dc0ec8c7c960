'use client';

export default function Page() {
  async function save() {
    await fetch('/api/notes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'Buy milk' }),
    });
  }

  return <button onClick={save}>Save</button>;
}
