'use server';

import { addNote } from '@/lib/notes';

export async function createNote(text: string) {
  if (text.trim() === '') {
    return { ok: false as const, data: { error: 'Nothing to write down' } };
  }
  const note = await addNote(text);
  return { ok: true as const, data: { note } };
}
