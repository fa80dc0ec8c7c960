'use server';

import { getGardener } from '@/lib/gardener';

const beds: string[] = [];

export async function createBed(name: string) {
  const gardener = await getGardener();
  if (!gardener) {
    return { ok: false as const, data: { error: 'Not signed in' } };
  }
  beds.push(`${name} of ${gardener.name}`);
  return { ok: true as const, data: { count: beds.length } };
}
