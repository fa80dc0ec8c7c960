'use server';

import { save } from '@/lib/notes';

export async function createNote(body: { text?: string } | null) {
  if (!body?.text) {
    return { ok: false as const, data: { error: 'A note needs a text' } };
  }
  return { ok: true as const, data: { count: await save(body.text) } };
}
