import { NextResponse } from 'next/server';
import { save } from '@/lib/notes';

export async function /*|*/POST(request: Request) {
  const { text } = (await request.json()) as { text: string };
  await save(text);
  return NextResponse.json({ saved: true });
}
