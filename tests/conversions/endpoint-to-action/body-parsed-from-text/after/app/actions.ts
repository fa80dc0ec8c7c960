'use server';

import { save } from '@/lib/notes';

export async function createNote(note: { text: string }) {
  if (!note.text) {
    return { ok: false as const, data: { error: 'A note needs a text' } };
  }
  return { ok: true as const, data: { count: await save(note.text) } };
}
