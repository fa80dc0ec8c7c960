'use server';

import { saveMotto } from '@/lib/mottos';
import { getServerSession } from '@/lib/next-auth';
import { authOptions } from '@/lib/auth-options';

export async function updateMotto(body: any) {
  const session = await getServerSession(authOptions);
  const email = session?.user.email;
  if (!email) {
    return { ok: false as const, data: { error: 'Please sign in' } };
  }
  return { ok: true as const, data: await saveMotto(email, body.motto as string) };
}
