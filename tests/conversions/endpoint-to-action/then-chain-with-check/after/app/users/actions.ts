'use server';

import { db } from '@/lib/db';

export async function renameUser({ id, name }: { id: string; name: string }) {
  try {
    await db.users.update(id, { name });
    return { ok: true as const, data: { name } };
  } catch {
    return { ok: false as const };
  }
}
