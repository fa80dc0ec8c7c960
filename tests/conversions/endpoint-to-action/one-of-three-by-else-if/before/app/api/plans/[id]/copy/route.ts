import { NextResponse } from 'next/server';
import { plans } from '@/lib/plans';

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id: from } = await params;
  const { title } = await request.json();
  if (!plans.has(from)) {
    return NextResponse.json({ error: 'There is no such plan' }, { status: 404 });
  }
  const id = String(plans.size + 1);
  plans.set(id, title);
  return NextResponse.json({ id });
}
