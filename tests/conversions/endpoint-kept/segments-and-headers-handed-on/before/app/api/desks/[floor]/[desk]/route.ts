import { NextResponse } from 'next/server';
import { book } from '@/lib/desks';
import { visitorOf } from '@/lib/visitor';

export async function /*|*/POST(request: Request, { params }: { params: Promise<{ floor: string; desk: string }> }) {
  const visitor = visitorOf(request);
  if (!book(await params, visitor)) {
    return NextResponse.json({ error: 'This desk is taken' }, { status: 409 });
  }
  return NextResponse.json({ visitor });
}
