import { NextRequest, NextResponse } from 'next/server';
import type { NewSong } from '@/app/songs/create-song';
import { createSong, problemWith } from '@/app/songs/create-song';

export async function POST(request: NextRequest) {
  const song = (await request.json()) as NewSong;
  const { status, data } = await createSong(song);
  return NextResponse.json(data, { status });
}

export async function PUT(request: NextRequest) {
  const song = (await request.json()) as NewSong;
  return NextResponse.json({ problem: problemWith(song) });
}
