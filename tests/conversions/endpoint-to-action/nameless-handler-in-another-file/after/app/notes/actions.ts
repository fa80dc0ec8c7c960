'use server';

import { appendFile } from 'node:fs/promises';

// One note a line
export async function createNote(text: string) {
  try {
    await appendFile('notes.txt', `${text}\n`);
  } catch (error) {
    console.error(error);
  }
}
