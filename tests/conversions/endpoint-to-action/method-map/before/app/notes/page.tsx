import { findNotes } from '@/lib/notes';
import { NewNote } from './new-note';

export const dynamic = 'force-dynamic';

export default async function Page() {
  const notes = await findNotes();

  return (
    <>
      <NewNote />
      <ul>
        {notes.map((note) => (
          <li key={note.id}>{note.text}</li>
        ))}
      </ul>
    </>
  );
}
