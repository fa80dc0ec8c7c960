'use server';

import { db } from '@/lib/db';

export async function deleteUser(id: string) {
  try {
    await db.users.delete(id);
  } catch (error) {
    return;
  }
}
