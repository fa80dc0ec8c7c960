'use server';

import { cookies } from 'next/headers';

export async function signOutAction() {
  (await cookies()).set('token', '', { httpOnly: true, maxAge: -1, path: '/' });
  return { ok: true };
}
