'use client';

function handle(response: Response) {
  console.log(response);
}

export default function Page() {
  const save = async () => {
    const res = await fetch('/api/names', { method: 'POST', body: JSON.stringify({ name: 'Ada' }) });
    handle(res);
  };

  return <button onClick={save}>Save</button>;
}
