export type Note = { id: number; text: string };

const notes: Note[] = [];

export async function addNote(text: string): Promise<Note> {
  const note = { id: notes.length + 1, text };
  notes.push(note);
  return note;
}

export async function listNotes(): Promise<Note[]> {
  return notes;
}
