'use server';

import { write } from '../lib/notes';

/** Keeps a note. */
export default async function /*|*/saveNote(text) {
  await write(text);
  return { saved: true };
}
