import { NextResponse } from 'next/server';
import { addStop } from '@/lib/trips';

export async function /*|*/POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { place } = await request.json();
  const day = new URL(request.url).searchParams.get('day');
  if (!place) {
    return NextResponse.json({ error: 'Where to?' }, { status: 400 });
  }
  return NextResponse.json({ stops: addStop(id, place, day) });
}
