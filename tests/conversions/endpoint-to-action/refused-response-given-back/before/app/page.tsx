'use client';

async function save() {
  return fetch('/api/names', { method: 'POST', body: JSON.stringify({ name: 'Ada' }) });
}

async function retried(request: () => Promise<Response>) {
  const res = await request();
  return res.ok ? res : request();
}

export default function Page() {
  return <button onClick={() => retried(save)}>Save</button>;
}
