'use server';

import { store } from '@/lib/notes';

export async function createNote(text: string) {
  try {
    if (!text) {
      return { ok: false as const, status: 400, data: { error: 'What is the note?' } };
    }
    const id = await store(text);
    if (!id) {
      return { ok: false as const, status: 503, data: { error: 'Busy' } };
    }
    return { ok: true as const, status: 201, data: { id } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500, data: null };
  }
}
