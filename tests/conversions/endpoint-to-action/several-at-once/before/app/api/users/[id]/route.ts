import { db } from '@/lib/db';

export async function /*|*/DELETE(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    await db.users.delete((await params).id);
    return Response.json({ deleted: true });
  } catch (error) {
    return Response.json({ error: String(error) }, { status: 500 });
  }
}
