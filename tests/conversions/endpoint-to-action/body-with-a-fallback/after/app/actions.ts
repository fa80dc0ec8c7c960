'use server';

let note = '';

export async function updateNotes(title: string) {
  if (title === '') {
    return { ok: false as const, data: { error: 'A note needs a title' } };
  }
  note = title;
  return { ok: true as const, data: { length: note.length } };
}
