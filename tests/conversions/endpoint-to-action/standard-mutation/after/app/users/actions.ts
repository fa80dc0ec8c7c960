'use server';

import { getSession } from '@/lib/auth';
import { db } from '@/lib/db';

/** Creates a user. */
export async function createUser({ name, email }: { name: string; email: string }) {
  const session = await getSession();
  if (!session) {
    return { ok: false as const, data: { error: { message: 'Please sign in' } } };
  }

  if (!email.includes('@')) {
    return { ok: false as const, data: { error: { message: 'That is no email address' } } };
  }

  await db.users.create({ name, email });
  return { ok: true as const };
}
