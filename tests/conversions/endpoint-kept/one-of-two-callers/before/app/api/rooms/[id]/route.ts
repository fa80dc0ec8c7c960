import { NextResponse } from 'next/server';
import { rooms } from '@/lib/rooms';

export async function /*|*/PUT(req: Request, { params }: { params: Promise<{ id: string }> }) {
  const body = await req.json();
  const { id } = await params;
  rooms.set(id, body.name);
  return new NextResponse(JSON.stringify({ id, name: body.name }), {
    status: 200,
    headers: { 'Content-Type': 'application/json' },
  });
}
