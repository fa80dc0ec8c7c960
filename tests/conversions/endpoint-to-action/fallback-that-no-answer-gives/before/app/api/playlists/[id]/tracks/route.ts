import { NextResponse } from 'next/server';
import { findPlaylist, saveTracks } from '@/lib/db';

export async function /*|*/PUT(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { tracks } = (await request.json()) as { tracks: string[] };
  const playlist = await findPlaylist(id);
  if (!playlist) {
    return NextResponse.json({ success: false, error: 'There is no such playlist' }, { status: 404 });
  }
  if (tracks.length > 100) {
    return NextResponse.json({ success: false, error: 'A playlist has room for 100 tracks' }, { status: 422 });
  }
  await saveTracks(id, tracks);
  return NextResponse.json({ success: true, saved: { count: tracks.length, before: playlist.tracks.length } });
}
