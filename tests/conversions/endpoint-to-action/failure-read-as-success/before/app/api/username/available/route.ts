import { NextResponse } from 'next/server';

const taken = new Set(['ada']);

export async function /*|*/POST(request: Request) {
  const { username } = (await request.json()) as { username: string };
  if (!username) {
    return NextResponse.json({ message: 'Which?' }, { status: 400 });
  }
  return NextResponse.json({ isAvailable: !taken.has(username) });
}
