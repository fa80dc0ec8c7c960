import { NextResponse } from 'next/server';

export async function /*|*/POST(request) {
  const { word } = await request.json();
  if (!word) {
    return NextResponse.json({ error: 'Which word?' }, { status: 400 });
  }
  return NextResponse.json({ length: word.length });
}
