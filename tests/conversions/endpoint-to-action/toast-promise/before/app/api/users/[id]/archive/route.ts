import { NextResponse } from 'next/server';
import { db } from '@/lib/db';

export async function /*|*/POST(_req: Request, props: { params: Promise<{ id: string }> }) {
  const { id } = await props.params;
  const user = await db.users.update(id, { name: 'archived' });
  if (!user) return NextResponse.json({ error: { message: 'No such user' } }, { status: 404 });
  return NextResponse.json({ id: user.id });
}
