import { NextResponse } from 'next/server'

let votes = 0

/*|*/export async function POST(request: Request) {
  const { choice } = (await request.json()) as { choice: string }
  if (choice !== 'yes' && choice !== 'no') {
    return NextResponse.json({ message: 'Yes or no?' }, { status: 422 })
  }
  votes += 1
  return NextResponse.json({ votes })
}
