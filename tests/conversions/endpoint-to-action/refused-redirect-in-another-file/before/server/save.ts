import { appendFile } from 'node:fs/promises';
import { redirect } from 'next/navigation';

export default async (request: Request) => {
  const { text } = (await request.json()) as { text: string };
  await appendFile('notes.txt', `${text}\n`);
  redirect('/notes');
};
