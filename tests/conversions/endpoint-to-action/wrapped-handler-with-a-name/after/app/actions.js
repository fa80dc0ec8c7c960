'use server';

import { bells } from '@/lib/bells';
import { caught, timed } from '@/lib/timed';
import { NextRequest } from 'next/server';

export async function createBell(times) {
  const req = new NextRequest('http://localhost/api/bells');
  const response = await timed(
    caught(async () => {
      bells.rung += times;
      return Response.json({ rung: bells.rung });
    }),
    'bells',
  )(req, { params: Promise.resolve({}) });
  return { ok: response.ok, data: await response.json() };
}
