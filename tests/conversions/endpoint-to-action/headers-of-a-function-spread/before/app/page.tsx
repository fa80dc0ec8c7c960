'use client';

import { jsonHeaders } from '@/lib/http';

const noCache = { 'Cache-Control': 'no-cache' };

export default function Seeds() {
  async function sow(kind: string) {
    await fetch('/api/seeds', {
      method: 'POST',
      headers: { ...jsonHeaders(true), ...(kind && noCache) },
      body: JSON.stringify({ kind }),
    });
  }

  return <button onClick={() => sow('beet')}>Sow</button>;
}
