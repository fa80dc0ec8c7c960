import { db } from '@/lib/db';

export async function /*|*/POST(request: Request) {
  const { title } = await request.json();
  if (!title) return Response.json({ error: 'A title is missing' }, { status: 400 });
  const ticket = await db.ticket.create({ title });
  return Response.json({ id: ticket.id }, { status: 201 });
}
