'use server';

import { auth } from '@/auth';

export async function createName(name: string) {
  if (!(await auth())) {
    throw new Error('Unauthorized');
  }

  if (name.length < 2) {
    return { ok: false as const, data: { error: 'Too short' } };
  }
  return { ok: true as const, data: { name } };
}
