'use server';

import { authOptions } from '../../lib/auth-options';
import { getServerSession } from '../../lib/next-auth';

const profiles = new Map<string, string>();

export async function updateProfile(name: string) {
  const session = await getServerSession(authOptions);
  if (!session) {
    return { ok: false as const, data: { error: 'Please sign in' } };
  }

  profiles.set(session.user.email, name);
  return { ok: true as const };
}
