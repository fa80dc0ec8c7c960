import { NextRequest, NextResponse } from 'next/server';
import { getSession } from '@/lib/auth';
import { db } from '@/lib/db';

export async function /*|*/DELETE(_request: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!(await getSession())) {
    return new NextResponse('Unauthorized', { status: 401 });
  }

  await db.users.delete(id);
  return new NextResponse(null, { status: 204 });
}
