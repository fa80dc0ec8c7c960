'use server';

import { getSailor, NotAboard } from '@/lib/sailor';

const boats: string[] = [];

export async function createBoat(name: string) {
  try {
    const sailor = await getSailor();
    boats.push(`${name} of ${sailor.name}`);
    return { ok: true as const, data: { count: boats.length } };
  } catch (e) {
    if (e instanceof NotAboard) {
      return { ok: false as const };
    }
    console.error(e);
    return { ok: false as const };
  }
}
