'use server';

import { starSong, unstarSong } from './star-song';

export async function starSongAction(id: string) {
  try {
    const { ok } = await starSong(id);
    return { ok };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}

export async function unstarSongAction(id: string) {
  try {
    await unstarSong(id);
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
