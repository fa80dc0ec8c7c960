'use server';

import { NextRequest, NextResponse } from 'next/server';
import { headers } from 'next/headers';
import { Missing } from '@/lib/errors';
import { observed } from '@/lib/observed';
import { cabinets } from '@/lib/cabinets';

// Relabels a cabinet
export async function updateCabinet({ id, label }: { id: string; label: string }) {
  const req = new NextRequest(`http://localhost/api/cabinets/${id}`, {
    method: 'PUT',
    headers: await headers(),
  });
  const response = await observed(
    async () => {
      const cabinet = cabinets.get(id);
      if (!cabinet) {
        throw new Missing('There is no such cabinet');
      }
      if (!label) {
        return NextResponse.json({ error: 'A label is needed' }, { status: 400 });
      }
      cabinets.set(id, { label, changed: new Date() });
      return NextResponse.json(cabinets.get(id));
    },
    { area: 'cabinets', slowAfter: 100 },
  )(req, { params: Promise.resolve({ id }) });
  return { ok: response.ok, data: await response.json() };
}
