import { NextResponse } from 'next/server';
import { plants } from '@/lib/plants';

export async function /*|*/POST(request: Request) {
  const { name } = await request.json();
  if (!name) {
    return NextResponse.json({ error: 'A plant needs a name' }, { status: 400 });
  }
  return NextResponse.json({ id: plants.push(name) });
}
