import { appendFile, readFile } from 'node:fs/promises';

export async function GET() {
  return new Response(await readFile('notes.txt', 'utf8'));
}

export async function POST(request: Request) {
  const { text } = (await request.json()) as { text: string };
  await appendFile('notes.txt', `${text}\n`);
  return new Response(null, { status: 204 });
}
