'use client';

import { jsonHeaders } from '@/lib/http';

export default function Seeds() {
  async function sow() {
    await fetch('/api/seeds', { method: 'POST', headers: jsonHeaders(), body: JSON.stringify({ kind: 'beet' }) });
  }

  return <button onClick={sow}>Sow</button>;
}
