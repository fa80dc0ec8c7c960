import { NextResponse } from "next/server"

const taken = new Set(["ada"])

export async function /*|*/POST(request: Request) {
  const json = await request.json()
  const { username } = json as {
    username: string
  }
  return NextResponse.json({ isAvailable: !taken.has(username) })
}
