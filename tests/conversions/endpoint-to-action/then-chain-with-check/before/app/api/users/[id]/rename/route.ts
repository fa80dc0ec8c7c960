import { NextResponse } from 'next/server';
import { db } from '@/lib/db';

export async function /*|*/POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    const { id } = await params;
    const { name } = await request.json();
    await db.users.update(id, { name });
    return NextResponse.json({ name });
  } catch {
    return NextResponse.json({ error: 'Failed' }, { status: 500 });
  }
}
