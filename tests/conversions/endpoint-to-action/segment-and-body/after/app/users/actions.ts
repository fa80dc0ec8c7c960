'use server';

import { db } from '@/lib/db';

export async function updateUser({ id, name }: { id: string; name: string }) {
  try {
    const user = await db.users.update(id, { name });
    if (!user) {
      return { ok: false as const, status: 404 };
    }
    return { ok: true as const, status: 200 };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500 };
  }
}
