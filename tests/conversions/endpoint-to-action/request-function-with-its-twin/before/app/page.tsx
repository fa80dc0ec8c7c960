'use client';

import { request } from '@/lib/request';

export default function Page() {
  const save = (word: string) => request('/words', { method: 'PUT', body: JSON.stringify({ word }), silent: true });
  return <button onClick={() => save('tree')}>Save</button>;
}
