'use server';

import { sync } from '@/lib/models';

export async function syncModel() {
  const count = await sync();
  if (count === 0) {
    return { ok: false as const, status: 409, data: { error: 'Nothing to sync' } };
  }
  return { ok: true as const, status: 200, data: { count } };
}
