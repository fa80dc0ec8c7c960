import { NextResponse } from 'next/server';
import { rooms } from '@/lib/rooms';

export async function /*|*/POST(request: Request) {
  const { name } = await request.json();
  if (!name) {
    return NextResponse.json({ error: 'A room needs a name' }, { status: 400 });
  }
  const room = { id: String(rooms.length + 1), name };
  rooms.push(room);
  return NextResponse.json({ id: room.id }, { status: 201 });
}
