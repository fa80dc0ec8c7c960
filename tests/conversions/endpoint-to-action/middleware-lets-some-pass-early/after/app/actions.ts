'use server';

import { cookies } from 'next/headers';
import { readSession } from '../lib/session';

export async function createName(name: string) {
  const session = await readSession((await cookies()).get('session')?.value);
  if (session?.role !== 'editor') {
    if (!session) {
      throw new Error('Unauthorized');
    }
    return { ok: false as const, data: { error: 'Only editors may do that' } };
  }

  if (name.length < 2) {
    return { ok: false as const, data: { error: 'Too short' } };
  }
  return { ok: true as const, data: { name } };
}
