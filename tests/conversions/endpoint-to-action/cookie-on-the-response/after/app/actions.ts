'use server';

import { cookies } from 'next/headers';

export async function createName() {
  (await cookies()).set('seen', '1');
  return { ok: true };
}
