'use server';

import { addNote } from '../../server/notes';
import { checkAuth } from '../../lib/auth';

const LONGEST = 200;

/** Keeps a note of whoever is signed in. */
export async function createNote(text: string) {
  const name = await checkAuth();
  if (name instanceof Response) {
    return { ok: false as const, data: await name.json() };
  }

  if (text.length > LONGEST) {
    return { ok: false as const, data: { error: `No more than ${LONGEST} characters, please` } };
  }
  return { ok: true as const, data: { count: await addNote(text, name) } };
}
