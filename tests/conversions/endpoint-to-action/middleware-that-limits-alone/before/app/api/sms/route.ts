import { NextResponse } from 'next/server';

const letters: string[] = [];

export async function /*|*/POST(request: Request) {
  const { text } = (await request.json()) as { text: string };
  return NextResponse.json({ count: letters.push(text) });
}
