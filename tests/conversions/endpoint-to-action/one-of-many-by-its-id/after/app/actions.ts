'use server';

import { remove } from '@/lib/notes';

export async function deleteNote(id: string) {
  try {
    if (!id) return { ok: false as const };
    await remove(id);
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
