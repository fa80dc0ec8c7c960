import { NextResponse } from 'next/server';
import { db } from '@/lib/db';

export async function /*|*/PATCH(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { name }: { name: string } = await request.json();
  const user = await db.users.update(id, { name });
  if (!user) {
    return NextResponse.json({ message: 'No such user' }, { status: 404 });
  }
  return NextResponse.json(user);
}
