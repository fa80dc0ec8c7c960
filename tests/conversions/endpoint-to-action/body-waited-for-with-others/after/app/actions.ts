'use server';

import { limit, save } from '@/lib/notes';

export async function createNote(body: any) {
  const [{ text }, most] = await Promise.all([body, limit()]);
  if (text.length > most) {
    return { ok: false as const, data: { error: 'The note is too long' } };
  }
  return { ok: true as const, data: { count: await save(text) } };
}
