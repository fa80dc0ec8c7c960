'use server';

import { save } from '@/lib/notes';

export async function createNote(text: string) {
  try {
    await save(text);
  } catch (error) {
    console.error(error);
  }
}
