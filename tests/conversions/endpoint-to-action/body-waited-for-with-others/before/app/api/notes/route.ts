import { limit, save } from '@/lib/notes';

export async function /*|*/POST(request: Request) {
  const [{ text }, most] = await Promise.all([request.json(), limit()]);
  if (text.length > most) {
    return Response.json({ error: 'The note is too long' }, { status: 400 });
  }
  return Response.json({ count: await save(text) });
}
