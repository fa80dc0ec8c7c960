import { NextResponse } from 'next/server';
import { starSong, unstarSong } from '@/app/star-song';

export async function POST(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { status, data } = await starSong(id);
  return NextResponse.json(data, { status });
}

export async function DELETE(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const data = await unstarSong(id);
  return NextResponse.json(data);
}
