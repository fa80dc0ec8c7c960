'use server';

import { checkSession } from '@/lib/with-session';

export async function whoAmI() {
  const session = await checkSession();
  return session instanceof Response ? null : session.user;
}
