import { run } from '@/lib/store';

export async function PATCH/*|*/(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { status } = (await request.json()) as { status: string };
  await run(status, id);
  return Response.json({ done: true });
}
