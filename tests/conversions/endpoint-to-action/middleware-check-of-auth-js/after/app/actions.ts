'use server';

import { auth } from '@/auth';

export async function createName(name: string) {
  if (!(await auth())) {
    throw new Error('Unauthorized');
  }

  return { ok: true, data: { name } };
}
