'use server';

import { merge, undo } from '@/lib/merge';

export async function mergeEmployer(ids: string[]) {
  const result = await merge(ids);
  if (!result || result.error) {
    return { ok: false as const, data: { error: result.error } };
  }
  const undone = await undo(result.id);
  if (undone.success === false) {
    return { ok: false as const, data: { error: undone.message } };
  }
  return { ok: true as const, data: { id: String(result.id) } };
}
