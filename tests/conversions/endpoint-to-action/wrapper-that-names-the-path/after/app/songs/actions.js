'use server'

import { songs } from '@/lib/songs'
import { requireSession } from '@/lib/session'

export async function createLike(songId) {
  try {
    const name = await requireSession({
      method: 'POST',
      nextUrl: { pathname: `/api/songs/${songId}/likes` },
    })
    const song = songs.get(songId)
    song.likedBy.push(name)
    return { ok: true, data: { likes: song.likedBy.length } }
  } catch (error) {
    console.error(error)
    return { ok: false }
  }
}
