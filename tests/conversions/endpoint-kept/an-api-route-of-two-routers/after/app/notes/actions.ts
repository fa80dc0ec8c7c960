'use server';

import { createNote } from './create-note';

export async function createNoteAction(text: string) {
  return createNote(text);
}
