'use client';

export default function Page() {
  const remove = async (id: string) => {
    const res = await fetch(`/api/notes?id=${id}`, { method: 'DELETE' });
    if (!res.ok) alert('Not removed');
  };
  return <button onClick={() => remove('first')}>Remove</button>;
}
