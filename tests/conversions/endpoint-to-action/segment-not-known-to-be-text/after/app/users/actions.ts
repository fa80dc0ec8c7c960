'use server';

import { db } from '@/lib/db';

export async function deleteUser(id: string) {
  await db.users.delete(id);
}
