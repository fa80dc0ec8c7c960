'use client';

import useSWR from 'swr';
import type { Settings } from '@/lib/settings';
import { updateSettings } from './actions';

const read = (url: string) => fetch(url).then((response) => response.json());

export default function Page() {
  const { data, mutate } = useSWR<Settings>('/api/settings', read);

  async function paint(color: string) {
    const response = await updateSettings(color);
    if (response.ok) {
      mutate();
    } else {
      alert('You may not do that');
    }
  }

  return <button onClick={() => paint('blue')}>{data?.color}</button>;
}
