'use server';

import { notes } from '../lib/notes';

export async function updateNote({ id, text }) {
  if (!text) {
    return { ok: false, data: { message: 'Write something' } };
  }
  return { ok: true, data: JSON.parse(JSON.stringify(await notes.change(id, text))) };
}
