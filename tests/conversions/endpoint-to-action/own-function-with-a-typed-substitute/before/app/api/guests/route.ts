import { NextResponse } from 'next/server';
import { guests } from '@/lib/guests';

export async function /*|*/POST(request: Request) {
  const { name } = await request.json();
  if (guests.length > 99) {
    return NextResponse.json({ error: 'The house is full' }, { status: 409 });
  }
  const guest = { name, seat: guests.length + 1 };
  guests.push(guest);
  return NextResponse.json({ seat: guest.seat }, { status: 201 });
}
