import { NextResponse } from 'next/server';
import { db } from '@/lib/db';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string }> };

// One user
export async function GET(_request: Request, { params }: Context) {
  const { id } = await params;
  return NextResponse.json(await db.users.update(id, {}));
}
