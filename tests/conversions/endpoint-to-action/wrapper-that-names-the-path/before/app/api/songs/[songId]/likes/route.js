import { withSession } from '@/lib/session'
import { songs } from '@/lib/songs'

export const /*|*/POST = withSession(async ({ params, name }) => {
  const { songId } = await params
  const song = songs.get(songId)
  song.likedBy.push(name)
  return Response.json({ likes: song.likedBy.length })
})
