'use client';

import { request } from '@/lib/request';

export default function Page() {
  const save = (words: string[]) => {
    let word = words[0];
    const first = request('/words', { method: 'PUT', body: JSON.stringify({ word }), silent: true });
    word = words[1];
    return first.then(() => word);
  };
  return <button onClick={() => save(['tree', 'leaf'])}>Save</button>;
}
