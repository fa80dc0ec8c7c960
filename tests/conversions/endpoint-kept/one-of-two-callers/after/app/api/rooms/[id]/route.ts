import { NextResponse } from 'next/server';
import { updateRoom } from '@/app/rooms/update-room';

export async function PUT(req: Request, { params }: { params: Promise<{ id: string }> }) {
  const body = await req.json();
  const { id } = await params;
  const data = await updateRoom({ id, body });
  return NextResponse.json(data);
}
