const notes = new Map([['1', { owner: 'ada', title: 'Shopping' }]]);

export async function noteOf(id: string) {
  return notes.get(id);
}

export async function renameNote(id: string, title: string) {
  const note = notes.get(id);
  if (note) note.title = title;
}
