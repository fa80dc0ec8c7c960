import { save } from '@/lib/notes';

export async function /*|*/POST(request: Request) {
  const text = await request.text();
  const note: { text: string } = JSON.parse(text);
  if (!note.text) {
    return Response.json({ error: 'A note needs a text' }, { status: 400 });
  }
  return Response.json({ count: await save(note.text) });
}
