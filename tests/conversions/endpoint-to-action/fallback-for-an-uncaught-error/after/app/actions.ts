'use server';

import { pin } from '@/lib/pins';

export async function createPin(place: string) {
  try {
    if (!place) {
      return { ok: false as const, data: { error: 'Where?' } };
    }
    const id = await pin(place);
    return { ok: true as const, data: { id } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, data: null };
  }
}
