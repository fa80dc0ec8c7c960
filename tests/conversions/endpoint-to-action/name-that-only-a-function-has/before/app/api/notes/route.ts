import { NextResponse } from 'next/server';
import { notes } from '@/lib/store';

export async function /*|*/POST(request: Request) {
  const { title } = (await request.json()) as { title: string };
  notes.titles.push(title);
  return NextResponse.json({ count: notes.titles.length });
}
