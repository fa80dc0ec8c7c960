import 'server-only';
import { rooms } from '@/lib/rooms';

export async function createRoom(name: string) {
  if (!name) {
    return { ok: false as const, status: 400, data: { error: 'A room needs a name' } };
  }
  const room = { id: String(rooms.length + 1), name };
  rooms.push(room);
  return { ok: true as const, status: 201, data: { id: room.id } };
}
