import { NextResponse } from 'next/server';
import { join } from '@/lib/teams';

export async function /*|*/POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { name } = (await request.json()) as { name: string };
  if (!name) {
    return NextResponse.json({ error: 'Who?' }, { status: 400 });
  }
  const size = await join(id, name);
  return NextResponse.json({ size });
}
