import { NextResponse } from 'next/server';

export async function /*|*/PUT(request: Request) {
  const { word } = (await request.json()) as { word: string };
  if (!word) {
    return NextResponse.json({ error: 'Which word?' }, { status: 400 });
  }
  return NextResponse.json({ length: word.length });
}
