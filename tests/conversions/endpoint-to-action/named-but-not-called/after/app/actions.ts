'use server';

import { plants } from '@/lib/plants';

export async function createPlant(name: string) {
  if (!name) {
    return { ok: false as const, data: { error: 'A plant needs a name' } };
  }
  return { ok: true as const, data: JSON.parse(JSON.stringify({ id: plants.push(name) })) };
}
