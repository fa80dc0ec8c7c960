import { NextResponse } from 'next/server';
import { songs } from '@/lib/songs';

const MOST = 3;

export async function /*|*/POST(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (songs.starred.size >= MOST) {
    return NextResponse.json({ error: `No more than ${MOST} stars` }, { status: 400 });
  }
  songs.starred.add(id);
  return NextResponse.json({ count: songs.starred.size });
}

export async function DELETE(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  songs.starred.delete(id);
  return NextResponse.json({ count: songs.starred.size });
}
