import { NextRequest, NextResponse } from 'next/server';
import { songs, type Song } from '@/lib/songs';

type NewSong = { title: string; seconds: number };

const LONGEST = 600;

// In words for people.
function problemWith(song: NewSong): string | null {
  return song.seconds > LONGEST ? `Longer than ${LONGEST} seconds` : null;
}

function isKnown(title: string) {
  return songs.some((each) => each.title === title);
}

export async function /*|*/POST(request: NextRequest) {
  const song = (await request.json()) as NewSong;
  const problem = problemWith(song);
  if (problem !== null || isKnown(song.title)) {
    return NextResponse.json({ problem: problem ?? 'Known already' }, { status: 409 });
  }
  const added: Song = { ...song, id: songs.length + 1 };
  songs.push(added);
  return NextResponse.json(added, { status: 201 });
}

export async function PUT(request: NextRequest) {
  const song = (await request.json()) as NewSong;
  return NextResponse.json({ problem: problemWith(song) });
}
