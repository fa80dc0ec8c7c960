import { NextResponse } from 'next/server';
import { notes, type Note } from '@/lib/notes';

interface Context {
  params: Promise<{ id: string }>;
}

/** The longest text that is kept. */
const LONGEST = 2000;

// Everybody has notes of their own.
async function findNote(id: string): Promise<Note | null> {
  const note = await notes.find(id);
  return note && note.text.length <= LONGEST ? note : null;
}

export async function GET(_: Request, { params }: Context) {
  const note = await findNote((await params).id);
  return note ? NextResponse.json(note) : new Response('Not found', { status: 404 });
}

export async function /*|*/DELETE(_: Request, { params }: Context) {
  const { id } = await params;
  if (!(await findNote(id))) {
    return NextResponse.json({ error: 'Not found' }, { status: 404 });
  }
  await notes.remove(id);
  return NextResponse.json({ id });
}
