import { NextResponse } from 'next/server';
import type { User } from '../lib/auth';
import { addNote } from './notes';

const LONGEST = 200;

/** Keeps a note of whoever is signed in. */
export async function saveNote(request: Request, { user }: { user: User }) {
  const { text } = (await request.json()) as { text: string };
  if (text.length > LONGEST) {
    return NextResponse.json({ error: `No more than ${LONGEST} characters, please` }, { status: 400 });
  }
  return NextResponse.json({ count: await addNote(text, user.name) });
}
