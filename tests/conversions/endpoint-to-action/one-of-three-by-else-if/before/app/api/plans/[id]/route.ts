import { NextResponse } from 'next/server';
import { plans } from '@/lib/plans';

export async function PUT(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { title } = await request.json();
  if (!title) {
    return NextResponse.json({ error: 'A plan needs a title' }, { status: 400 });
  }
  plans.set(id, title);
  return NextResponse.json({ id });
}
