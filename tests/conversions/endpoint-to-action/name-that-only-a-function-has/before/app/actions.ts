'use server';

import { load } from '@/lib/store';

export async function countNotes() {
  const notes = await load();
  return notes.length;
}
