'use client';

import useSWR from 'swr';

const read = (url) => fetch(url).then((res) => res.json());

export default function Page() {
  const { data, mutate } = useSWR('/api/things', read);

  async function create(name) {
    const res = await fetch('/api/things', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    const { success } = await res.json();
    if (success) {
      mutate();
    }
  }

  return <button onClick={() => create('a')}>Create {data?.length}</button>;
}
