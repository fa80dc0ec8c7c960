'use server';

import { noteOf, renameNote } from '@/lib/notes';
import { denied } from '@/lib/owner';

export async function updateNote({ id, title }: { id: string; title: string }) {
  const note = await noteOf(id);
  if (!note) return { ok: false as const, data: { error: 'No such note' } };

  const refused = await denied(note.owner);
  if (refused) return { ok: false as const, data: await refused.json() };

  await renameNote(id, title);
  return { ok: true as const };
}
