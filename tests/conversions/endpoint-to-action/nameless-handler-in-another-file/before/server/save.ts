import { appendFile } from 'node:fs/promises';

// One note a line
export default async (request: Request) => {
  const { text } = (await request.json()) as { text: string };
  await appendFile('notes.txt', `${text}\n`);
  return Response.json({ saved: true });
};
