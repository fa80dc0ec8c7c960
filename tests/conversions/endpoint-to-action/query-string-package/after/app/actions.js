'use server';

import { close } from '@/lib/rooms';

export async function deleteRoom({ roomId, houseId }) {
  if (!houseId) {
    return { ok: false, status: 400 };
  }
  await close(houseId, roomId);
  return { ok: true, status: 200 };
}
