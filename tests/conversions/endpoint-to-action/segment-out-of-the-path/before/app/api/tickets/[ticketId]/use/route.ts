import { NextResponse, type NextRequest } from 'next/server';
import { noted, tickets } from '@/lib/tickets';

export async function /*|*/POST(request: NextRequest) {
  const url = new URL(request.url);
  const parts = url.pathname.split('/');
  const ticketId = parts[parts.length - 2];

  const ticket = tickets.get(ticketId);
  noted('A ticket is used', { method: request.method, path: request.nextUrl.pathname });
  if (!ticket || ticket.isUsed) {
    return NextResponse.json({ error: 'This ticket is not valid' }, { status: 409 });
  }
  ticket.isUsed = true;
  return NextResponse.json({ seat: ticket.seat });
}
