import { NextResponse } from 'next/server';
import { addNote } from '@/lib/notes';

export async function /*|*/POST(request: Request) {
  const { text } = (await request.json()) as { text: string };
  if (text.trim() === '') {
    return NextResponse.json({ error: 'Nothing to write down' }, { status: 400 });
  }
  const note = await addNote(text);
  return NextResponse.json({ note }, { status: 201 });
}

export async function GET() {
  return NextResponse.json({ notes: [] });
}
