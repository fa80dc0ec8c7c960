import { notes } from '@/lib/notes'

export async function /*|*/POST(request) {
  const { text } = await request.json()
  if (!text) return Response.json({ message: 'Write something' }, { status: 422 })
  return Response.json(await notes.add(text))
}
