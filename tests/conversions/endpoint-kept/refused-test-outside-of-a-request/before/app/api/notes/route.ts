import { NextResponse } from 'next/server';
import { notes } from '@/lib/notes';

export async function /*|*/POST(request: Request) {
  const { text } = await request.json();
  notes.push({ text, by: request.headers.get('user-agent') });
  return NextResponse.json({ count: notes.length });
}
