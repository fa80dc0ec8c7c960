import { songs } from '@/lib/songs';

const MOST = 3;

export async function starSong(id: string) {
  if (songs.starred.size >= MOST) {
    return { ok: false as const, status: 400, data: { error: `No more than ${MOST} stars` } };
  }
  songs.starred.add(id);
  return { ok: true as const, status: 200, data: { count: songs.starred.size } };
}

export async function unstarSong(id: string) {
  songs.starred.delete(id);
  return { count: songs.starred.size };
}
