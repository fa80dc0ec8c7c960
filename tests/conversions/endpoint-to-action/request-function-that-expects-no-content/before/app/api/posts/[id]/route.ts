import { drop } from '@/lib/posts';

export async function /*|*/DELETE(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const left = await drop(id);
  if (left < 0) {
    return Response.json({ error: 'No such post' }, { status: 404 });
  }
  return new Response(null, { status: 204 });
}
