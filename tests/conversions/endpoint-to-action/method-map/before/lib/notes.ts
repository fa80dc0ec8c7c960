export interface Note {
  id: number;
  text: string;
  isPinned: boolean;
}

const notes: Note[] = [];

export async function findNotes(): Promise<Note[]> {
  return notes;
}

export async function insertNote(text: string, isPinned: boolean): Promise<Note> {
  const note = { id: notes.length + 1, text, isPinned };
  notes.push(note);
  return note;
}

export async function pinNote(id: number): Promise<void> {
  for (const note of notes) {
    note.isPinned = note.id === id;
  }
}
