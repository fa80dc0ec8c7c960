'use client';

import { tenantHeaders } from '@/lib/http';

export default function Seeds() {
  async function sow() {
    await fetch('/api/seeds', { method: 'POST', headers: tenantHeaders(), body: JSON.stringify({ kind: 'beet' }) });
  }

  return <button onClick={sow}>Sow</button>;
}
