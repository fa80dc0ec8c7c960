import { NextResponse } from 'next/server';
import { book } from '@/lib/tickets';

export async function /*|*/POST(request: Request) {
  try {
    const { seat } = (await request.json()) as { seat: string };
    if (!seat) {
      return NextResponse.json({ error: 'Which seat?' }, { status: 400 });
    }
    const id = await book(seat);
    return NextResponse.json({ id }, { status: 201 });
  } catch {
    return NextResponse.json({ error: 'Not booked' }, { status: 500 });
  }
}
