'use server';

import { checkSession } from '@/lib/with-session';

export async function whoAmI() {
  const session = await checkSession();
  return session instanceof Response ? null : session.user;
}

const notes: { by: string; text: string }[] = [];

export async function createNote(text: string) {
  const session = await checkSession();
  if (session instanceof Response) {
    return { ok: false as const, data: await session.json() };
  }

  notes.push({ by: session.user, text });
  return { ok: true as const, data: { count: notes.length } };
}
