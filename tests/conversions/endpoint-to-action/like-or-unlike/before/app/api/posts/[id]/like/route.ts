import { setLike } from '@/lib/likes';

interface Context {
  params: Promise<{ id: string }>;
}

export async function /*|*/POST(_: Request, { params }: Context) {
  const { id } = await params;
  await setLike(id, true);
  return new Response(null, { status: 204 });
}

export async function DELETE(_: Request, { params }: Context) {
  const { id } = await params;
  await setLike(id, false);
  return new Response(null, { status: 204 });
}
