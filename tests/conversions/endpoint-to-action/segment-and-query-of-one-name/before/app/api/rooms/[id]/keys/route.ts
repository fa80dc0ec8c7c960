import { NextRequest, NextResponse } from 'next/server';
import { dropKey } from '@/lib/keys';

export async function /*|*/DELETE(request: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const { id: roomId } = await params;
  const keyId = request.nextUrl.searchParams.get('id');
  if (!keyId) {
    return NextResponse.json({ error: 'Which key?' }, { status: 400 });
  }
  await dropKey(roomId, keyId);
  return NextResponse.json({ dropped: keyId });
}
