'use server';

import { createRoom } from './create-room';

export async function createRoomAction(name: string) {
  const { ok } = await createRoom(name);
  return { ok };
}
