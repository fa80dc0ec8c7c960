import 'server-only';
import { songs } from '@/lib/songs';
import type { Song } from '@/lib/songs';

export type NewSong = { title: string; seconds: number };

const LONGEST = 600;

// In words for people.
export function problemWith(song: NewSong): string | null {
  return song.seconds > LONGEST ? `Longer than ${LONGEST} seconds` : null;
}

function isKnown(title: string) {
  return songs.some((each) => each.title === title);
}

export async function createSong(song: NewSong) {
  const problem = problemWith(song);
  if (problem !== null || isKnown(song.title)) {
    return { ok: false as const, status: 409, data: { problem: problem ?? 'Known already' } };
  }
  const added: Song = { ...song, id: songs.length + 1 };
  songs.push(added);
  return { ok: true as const, status: 201, data: added };
}
