'use server';

import { light } from '@/lib/lamps';

export async function createLamp(room: string) {
  try {
    if (!room) {
      return { ok: false as const, status: 400 as const, data: 'Which room?' };
    }
    light(room);
    return { ok: true as const, status: 200 as const };
  } catch (error: any) {
    return { ok: false as const, status: error.status ?? 500, data: error.message };
  }
}
