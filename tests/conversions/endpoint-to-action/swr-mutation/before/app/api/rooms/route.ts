import { NextResponse } from 'next/server'
import { rooms } from '@/lib/rooms'

export async function GET() {
  return NextResponse.json(rooms)
}

export async function /*|*/POST(request: Request) {
  const { color } = (await request.json()) as { color: string }
  if (rooms.includes(color)) {
    return NextResponse.json({ error: 'There is one already' }, { status: 409 })
  }
  rooms.push(color)
  return NextResponse.json({ color })
}
