'use server';

import { stores } from '@/lib/stores';

export async function createStore(name: string) {
  if (!name) {
    return { ok: false as const, status: 400 };
  }
  const store = await stores.create(name);
  return { ok: true as const, status: 201, data: store };
}
