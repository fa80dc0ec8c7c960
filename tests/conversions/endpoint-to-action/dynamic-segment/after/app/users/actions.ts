'use server';

import { getSession } from '@/lib/auth';
import { db } from '@/lib/db';

export async function deleteUser(id: string) {
  if (!(await getSession())) {
    return { ok: false as const };
  }

  await db.users.delete(id);
  return { ok: true as const };
}
