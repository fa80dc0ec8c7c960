import { notes } from '@/lib/notes';
import type { Note } from '@/lib/notes';

/** The longest text that is kept. */
export const LONGEST = 2000;

// Everybody has notes of their own.
export async function findNote(id: string): Promise<Note | null> {
  const note = await notes.find(id);
  return note && note.text.length <= LONGEST ? note : null;
}
