import { NextResponse } from 'next/server';
import { tickets } from '@/lib/tickets';

export async function /*|*/POST(request: Request) {
  const { show } = await request.json();
  if (tickets.sold >= 100) {
    return NextResponse.json({ error: 'Sold out' }, { status: 409 });
  }
  tickets.sold += 1;
  return NextResponse.json({ number: tickets.sold, show }, { status: 201 });
}
