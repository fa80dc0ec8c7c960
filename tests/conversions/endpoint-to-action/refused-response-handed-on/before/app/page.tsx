'use client';

const seen: Response[] = [];

function keep(response: Response) {
  seen.push(response);
}

export default function Page() {
  const save = async () => {
    const res = await fetch('/api/names', { method: 'POST', body: JSON.stringify({ name: 'Ada' }) });
    keep(res);
  };

  return <button onClick={save}>Save</button>;
}
