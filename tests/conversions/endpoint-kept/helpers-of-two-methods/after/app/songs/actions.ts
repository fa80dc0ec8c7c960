'use server';

import { createSong } from './create-song';
import type { NewSong } from './create-song';

export async function createSongAction(song: NewSong) {
  return createSong(song);
}
