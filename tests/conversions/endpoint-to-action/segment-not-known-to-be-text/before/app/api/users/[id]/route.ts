import { db } from '@/lib/db';

type Context = { params: Promise<{ id: string }> };

export async function /*|*/DELETE(_request: Request, context: Context) {
  const params = await context.params;
  await db.users.delete(params.id);
  return new Response(null, { status: 204 });
}
