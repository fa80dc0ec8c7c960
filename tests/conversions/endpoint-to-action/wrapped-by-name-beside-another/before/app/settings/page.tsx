'use client';

import useSWR from 'swr';
import type { Settings } from '@/lib/settings';

const read = (url: string) => fetch(url).then((response) => response.json());

export default function Page() {
  const { data, mutate } = useSWR<Settings>('/api/settings', read);

  async function paint(color: string) {
    const response = await fetch('/api/settings', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ color }),
    });
    if (response.ok) {
      mutate();
    } else {
      alert('You may not do that');
    }
  }

  return <button onClick={() => paint('blue')}>{data?.color}</button>;
}
