'use server';

import { db } from '../../lib/db';
import { userSchema } from '../../lib/schemas';

export async function createUser(json: unknown) {
  try {
    const body = userSchema.parse(json);

    await db.users.create(body);
    return { ok: true as const };
  } catch (error) {
    console.error('[USERS_POST]', error);
    return { ok: false as const, data: { error: { message: 'Internal error' } } };
  }
}
