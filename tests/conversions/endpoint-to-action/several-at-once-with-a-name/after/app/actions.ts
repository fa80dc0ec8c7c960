'use server';

import { leaves } from '@/lib/leaves';

export async function deleteLeave(id: string) {
  try {
    if (!leaves.delete(id)) {
      return { ok: false as const };
    }
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
