'use server';

import { db } from '@/lib/db';

export async function createUser(name: string) {
  try {
    if (name.length > 80) {
      return { ok: false as const };
    }
    await db.users.create({ name, email: '' });
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
