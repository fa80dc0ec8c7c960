import type { Note } from '@/types/note';

const notes: Note[] = [];

export async function addNote(text: string): Promise<Note> {
  const note = { id: String(notes.length + 1), text };
  notes.push(note);
  return note;
}
