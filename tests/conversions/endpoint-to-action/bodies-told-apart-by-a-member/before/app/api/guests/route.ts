import { NextResponse } from 'next/server';
import { invite } from '@/lib/guests';

export async function /*|*/POST(request: Request) {
  const { mail } = (await request.json()) as { mail: string };
  if (!mail.includes('@')) {
    return NextResponse.json({ error: 'That is no address' }, { status: 400 });
  }
  const guest = await invite(mail);
  if (!guest) {
    return NextResponse.json({ error: 'Invited already' }, { status: 409 });
  }
  return NextResponse.json({ id: guest.id, seat: guest.seat });
}
