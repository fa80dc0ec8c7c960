import { NextResponse } from 'next/server';
import { store } from '@/lib/notes';

export async function /*|*/POST(request: Request) {
  const { text } = (await request.json()) as { text: string };
  if (!text) {
    return NextResponse.json({ error: 'What is the note?' }, { status: 400 });
  }
  const id = await store(text);
  if (!id) {
    return NextResponse.json({ error: 'Busy' }, { status: 503 });
  }
  return NextResponse.json({ id }, { status: 201 });
}
