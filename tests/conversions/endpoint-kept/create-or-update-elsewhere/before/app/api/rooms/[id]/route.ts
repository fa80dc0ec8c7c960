import { NextResponse } from 'next/server';
import { rooms } from '@/lib/rooms';

export async function PUT(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { name } = await request.json();
  const room = rooms.find((each) => each.id === id);
  if (!room) {
    return NextResponse.json({ error: 'There is no such room' }, { status: 404 });
  }
  room.name = name;
  return NextResponse.json({ id });
}
