import { NextResponse } from 'next/server';
import { boats } from '@/lib/boats';

export async function /*|*/POST(request: Request) {
  const { name, length } = await request.json();
  if (length > 12) {
    return NextResponse.json({ error: 'Too long for this harbour' }, { status: 422 });
  }
  const boat = boats.add(name, length);
  return NextResponse.json({ id: boat.id, berth: boat.berth }, { status: 201 });
}
