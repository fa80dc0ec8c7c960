'use server';

import { water } from '@/lib/garden';

export async function createPlant(name: string) {
  try {
    if (!name) return { ok: false as const, status: 400, data: { error: 'Which plant?' } };
    return { ok: true as const, status: 200, data: JSON.parse(JSON.stringify({ litres: await water(name) })) };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500, data: null };
  }
}
