import { archive } from '@/lib/seen';

export async function /*|*/POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { force = false } = await request.json().catch(() => ({}));
  return Response.json({ count: await archive(id, { force }) });
}
