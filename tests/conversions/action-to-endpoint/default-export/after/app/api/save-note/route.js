import { write } from '../../../lib/notes';

/** Keeps a note. */
async function saveNote(text) {
  await write(text);
  return { saved: true };
}

export async function POST(request) {
  const { text } = await request.json();
  return Response.json(await saveNote(text));
}
