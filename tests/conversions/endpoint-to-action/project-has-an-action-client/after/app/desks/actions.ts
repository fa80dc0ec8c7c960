'use server';

import { z } from 'zod';
import { desks } from '@/lib/desks';
import { getSession } from '@/lib/session';

const wish = z.object({ desk: z.string().min(1) });

export async function createDesk(input: unknown) {
  const session = await getSession();
  if (!session) {
    return { ok: false as const, data: { error: 'Sign in to book a desk' } };
  }
  const parsed = wish.safeParse(input);
  if (!parsed.success) {
    return { ok: false as const, data: { error: 'Which desk?' } };
  }
  if (desks.has(parsed.data.desk)) {
    return { ok: false as const, data: { error: 'Somebody sits there' } };
  }
  desks.set(parsed.data.desk, session.user);
  return { ok: true as const, data: JSON.parse(JSON.stringify({ desk: parsed.data.desk })) };
}
