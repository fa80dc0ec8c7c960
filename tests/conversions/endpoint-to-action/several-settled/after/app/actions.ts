'use server';

import { remove } from '@/lib/notes';

export async function deleteNote(id: string) {
  try {
    if (!(await remove(id))) {
      return { ok: false as const, data: { error: 'The last note stays' } };
    }
    return { ok: true as const, data: { ok: true } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, data: null };
  }
}
