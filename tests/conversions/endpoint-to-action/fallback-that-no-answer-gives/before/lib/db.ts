export interface Playlist {
  id: string;
  tracks: string[];
}

const playlists = new Map<string, Playlist>([['1', { id: '1', tracks: [] }]]);

export async function findPlaylist(id: string): Promise<Playlist | undefined> {
  return playlists.get(id);
}

export async function saveTracks(id: string, tracks: string[]): Promise<void> {
  playlists.set(id, { id, tracks });
}
