import { NextResponse } from 'next/server';
import { seats } from '@/lib/seats';
import { visitorOf } from '@/lib/visitor';

export async function /*|*/POST(request: Request) {
  const { seat } = await request.json();
  if (seats.has(seat)) {
    return NextResponse.json({ error: 'Taken' }, { status: 409 });
  }
  seats.set(seat, visitorOf(request));
  return NextResponse.json({ seat });
}
