'use server';

import { headers } from 'next/headers';
import { auth } from '@/lib/auth';

const notes: string[] = [];

export async function createNote(text: string) {
  const session = await auth.api.getSession({
    headers: await headers(),
  });
  if (!session) {
    return { ok: false as const, data: { error: 'Unauthorized' } };
  }
  notes.push(`${session.user.id}: ${text}`);
  return { ok: true as const };
}
