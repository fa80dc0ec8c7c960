'use server';

import { create } from '@/lib/stores';

export async function createStore(name: string) {
  try {
    if (!name) return { ok: false as const, status: 400, data: 'A store needs a name' };
    if (name.length > 20) return { ok: false as const, status: 400, data: { error: 'This name is too long' } };
    return { ok: true as const, status: 200, data: JSON.parse(JSON.stringify(await create(name))) };
  } catch (error: any) {
    return { ok: false as const, status: 500, data: error.message || 'Internal error' };
  }
}
