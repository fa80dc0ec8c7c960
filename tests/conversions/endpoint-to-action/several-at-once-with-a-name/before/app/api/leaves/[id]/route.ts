import { NextResponse } from 'next/server';
import { leaves } from '@/lib/leaves';

export async function /*|*/DELETE(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!leaves.delete(id)) {
    return NextResponse.json({ error: 'No such leaf' }, { status: 404 });
  }
  return NextResponse.json({ id });
}
