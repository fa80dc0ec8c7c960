import 'server-only';
import { addNote } from '../../lib/notes';

export async function createNote(text: string) {
  if (!text) {
    return { ok: false as const, status: 400, data: { message: 'A note needs a text' } };
  }
  const note = await addNote(text);
  return { ok: true as const, status: 201, data: note };
}
