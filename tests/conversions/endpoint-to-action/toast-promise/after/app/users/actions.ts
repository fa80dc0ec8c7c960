'use server';

import { db } from '@/lib/db';

export async function archiveUser(id: string) {
  const user = await db.users.update(id, { name: 'archived' });
  if (!user) return { ok: false as const, data: { error: { message: 'No such user' } } };
  return { ok: true as const };
}
