import { type NextRequest } from 'next/server';
import { remove } from '@/lib/notes';

export async function /*|*/DELETE(request: NextRequest) {
  const id = request.nextUrl.searchParams.get('id');
  if (!id) return Response.json({ error: 'Which note?' }, { status: 400 });
  return Response.json({ ok: await remove(id) });
}
