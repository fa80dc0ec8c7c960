import { NextResponse } from 'next/server';
import { readJson } from '@/lib/body';

const rooms = new Map<string, string>();

function keyOf(given: { roomId: string }) {
  return given.roomId.toLowerCase();
}

export async function /*|*/PATCH(request: Request, { params }: { params: Promise<{ roomId: string }> }) {
  const key = keyOf(await params);
  const { title } = await readJson(request);
  rooms.set(key, title);
  return NextResponse.json({ title, params: keyOf(await params) });
}
