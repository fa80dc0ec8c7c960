import { NextResponse } from 'next/server'
import { rename } from '@/lib/tasks'

export async function /*|*/PATCH(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { title } = (await request.json()) as { title: string }
  const isThere = await rename(id, title)
  if (!isThere) {
    return NextResponse.json({ error: 'No such task' }, { status: 404 })
  }
  return NextResponse.json({ id, title })
}
