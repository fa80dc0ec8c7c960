'use server';

import { accessTo } from '@/lib/access';
import { renameNote } from '@/lib/notes';

export async function updateNote({ id, title }: { id: string; title: string }) {
  const access = await accessTo(id);
  if (!access.ok) {
    return { ok: false as const, data: await access.response.json() };
  }
  await renameNote(id, `${title} (${access.owner})`);
  return { ok: true as const };
}
