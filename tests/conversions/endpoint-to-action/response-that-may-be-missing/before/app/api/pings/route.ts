import { NextResponse } from 'next/server'

let pings = 0

/*|*/export async function POST(request: Request) {
  const { from } = await request.json()
  if (typeof from !== 'string') {
    return NextResponse.json({ error: 'From whom?' }, { status: 400 })
  }
  pings += 1
  return NextResponse.json({ pings })
}
