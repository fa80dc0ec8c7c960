import { NextResponse } from 'next/server';
import { stores } from '@/lib/stores';

export async function /*|*/POST(request: Request) {
  const { name } = (await request.json()) as { name: string };
  if (!name) {
    return NextResponse.json({ message: 'A store needs a name' }, { status: 400 });
  }
  const store = await stores.create(name);
  return NextResponse.json(store, { status: 201 });
}
