'use server';

import { notes } from '@/lib/notes';
import { findNote } from '@/app/api/notes/[id]/shared';

export async function deleteNote(id: string) {
  if (!(await findNote(id))) {
    return { ok: false as const, data: { error: 'Not found' } };
  }
  await notes.remove(id);
  return { ok: true as const };
}
