'use client';

type Filters = { since: Date; words: string[] };

export default function Page({ filters }: { filters: Filters }) {
  const save = async () => {
    await fetch('/api/filters', { method: 'POST', body: JSON.stringify(filters) });
  };
  return <button onClick={save}>Save</button>;
}
