'use server';

import { requireOwner } from '@/lib/member';
import { renameNote } from '@/lib/notes';

export async function updateNote({ id, title }: { id: string; title: string }) {
  const { member, error } = await requireOwner();
  if (error || !member) return { ok: false as const, data: await error!.json() };

  await renameNote(id, `${title} (${member.name})`);
  return { ok: true as const };
}
