import 'server-only';
import { rooms } from '@/lib/rooms';

export async function updateRoom({ id, body }: { id: string; body: any }) {
  rooms.set(id, body.name);
  return { id, name: body.name };
}
