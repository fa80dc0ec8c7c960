'use server';

import { cookies, headers } from 'next/headers';
import type { NextRequest } from 'next/server';
import { stars } from '@/lib/stars';
import { idOf } from '@/lib/who';

export async function createStar() {
  const id = await idOf({ headers: await headers(), cookies: await cookies() } as unknown as NextRequest);
  if (!id) {
    return { ok: false as const, data: { error: 'Sign in to give a star' } };
  }
  stars.set(id, (stars.get(id) ?? 0) + 1);
  return { ok: true as const, data: JSON.parse(JSON.stringify({ given: stars.get(id) ?? 0 })) };
}
