'use server';

import { db } from '@/lib/db';
import { userSchema } from '@/lib/schemas';

export async function createUser(input: unknown) {
  const parsed = userSchema.safeParse(input);
  if (!parsed.success) {
    return { ok: false as const, data: { error: { message: parsed.error.issues[0].message } } };
  }

  await db.users.create(parsed.data);
  return { ok: true as const };
}
