import { NextResponse } from 'next/server';
import { close } from '@/lib/rooms';

export async function /*|*/DELETE(request, { params }) {
  const { roomId } = await params;
  const houseId = new URL(request.url).searchParams.get('houseId');
  if (!houseId) {
    return new NextResponse('Which house?', { status: 400 });
  }
  await close(houseId, roomId);
  return NextResponse.json({ closed: roomId });
}
