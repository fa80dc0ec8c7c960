import { NextResponse } from 'next/server'
import { reserve } from '@/lib/seats'

/*|*/export async function POST(request: Request) {
  const { seat } = (await request.json()) as { seat: number }
  if (seat > 40) {
    return NextResponse.json({ error: 'There are forty seats' }, { status: 404 })
  }
  const ticket = await reserve(seat)
  return NextResponse.json({ ticket })
}
