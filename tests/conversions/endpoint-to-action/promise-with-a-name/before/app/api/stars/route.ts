import { give } from '@/lib/stars'

export async function /*|*/POST(request: Request) {
  const { id } = (await request.json()) as { id: string }
  if (!id) {
    return Response.json({ error: 'To whom?' }, { status: 400 })
  }
  await give(id)
  return Response.json({ given: true })
}
