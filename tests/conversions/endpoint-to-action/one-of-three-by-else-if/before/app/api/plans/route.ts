import { NextResponse } from 'next/server';
import { plans } from '@/lib/plans';

export async function /*|*/POST(request: Request) {
  const { title } = await request.json();
  if (!title) {
    return NextResponse.json({ error: 'A plan needs a title' }, { status: 400 });
  }
  const id = String(plans.size + 1);
  plans.set(id, title);
  return NextResponse.json({ id });
}
