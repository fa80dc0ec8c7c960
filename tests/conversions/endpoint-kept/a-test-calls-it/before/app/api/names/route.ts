import { NextResponse } from 'next/server';
import { remember } from '@/lib/names';

export async function /*|*/POST(request: Request) {
  const { name } = (await request.json()) as { name: string };
  if (!name) {
    return NextResponse.json({ error: 'No name' }, { status: 422 });
  }
  const count = await remember(name);
  return NextResponse.json({ name, count }, { status: 201 });
}
