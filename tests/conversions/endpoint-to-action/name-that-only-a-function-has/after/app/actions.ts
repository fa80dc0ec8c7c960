'use server';

import { load, notes } from '@/lib/store';

export async function countNotes() {
  const notes = await load();
  return notes.length;
}

export async function createNote(title: string) {
  notes.titles.push(title);
  return { count: notes.titles.length };
}
