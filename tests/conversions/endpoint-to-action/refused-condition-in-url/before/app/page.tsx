"use client";

export default function Page({ id }: { id?: string }) {
  const save = async () => {
    await fetch(id ? `/api/names/${id}` : '/api/names', { method: id ? 'PUT' : 'POST', body: '{}' });
  };

  return <button onClick={save}>Save</button>;
}
