'use client';

async function save() {
  return fetch('/api/names', { method: 'POST', body: JSON.stringify({ name: 'Ada' }) });
}

export default function Page() {
  return <button onClick={() => save().then((res) => console.log(res.ok))}>Save</button>;
}
