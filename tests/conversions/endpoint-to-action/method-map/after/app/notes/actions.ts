'use server';

import { insertNote } from '@/lib/notes';

export async function createNote({ text, isPinned = false }: { text: string; isPinned?: boolean }) {
  if (!text) {
    return { ok: false as const, data: { error: 'A note needs a text' } };
  }
  await insertNote(text, isPinned);
  return { ok: true as const };
}
