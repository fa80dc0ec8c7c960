import { appendFile, readFile } from 'node:fs/promises';

export async function addNote(text: string, by: string): Promise<number> {
  await appendFile('notes.txt', `${by}: ${text}\n`);
  return (await readFile('notes.txt', 'utf8')).trim().split('\n').length;
}
