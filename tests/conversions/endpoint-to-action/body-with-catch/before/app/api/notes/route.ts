import { save } from '@/lib/notes';

export async function /*|*/POST(request: Request) {
  const body = (await request.json().catch(() => null)) as { text?: string } | null;
  if (!body?.text) {
    return Response.json({ error: 'A note needs a text' }, { status: 400 });
  }
  return Response.json({ count: await save(body.text) });
}
