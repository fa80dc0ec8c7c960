'use server';

import { create } from '@/lib/things';

const LONGEST = 40;

export async function createThing(name: string) {
  if (name.length > LONGEST) {
    return { ok: false as const, data: { error: 'The name is too long' } };
  }
  return { ok: true as const, data: { count: await create(name) } };
}
