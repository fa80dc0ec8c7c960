'use server';

import { rename } from '@/lib/rooms';

export async function updateRoom({ id, name }: { id: string; name: string }) {
  try {
    if (!name) {
      return { ok: false as const, status: 400, data: { message: 'A name, please' } };
    }
    const room = await rename(Number(id), name);
    return { ok: true as const, status: 200, data: { room } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500, data: { message: 'Not renamed' } };
  }
}
