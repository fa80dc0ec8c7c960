'use server';

import { findPlaylist, saveTracks } from '@/lib/db';

export async function updateTracks({ id, tracks }: { id: string; tracks: string[] }) {
  const playlist = await findPlaylist(id);
  if (!playlist) {
    return { ok: false as const, data: { success: false, error: 'There is no such playlist' } };
  }
  if (tracks.length > 100) {
    return { ok: false as const, data: { success: false, error: 'A playlist has room for 100 tracks' } };
  }
  await saveTracks(id, tracks);
  return { ok: true as const, data: { success: true, saved: { count: tracks.length, before: playlist.tracks.length } } };
}
