import { NextResponse } from 'next/server';

export async function /*|*/POST(request: Request) {
  const { name } = (await request.json()) as { name: string };
  if (name.length < 2) {
    return NextResponse.json({ error: 'Too short' }, { status: 400 });
  }
  return NextResponse.json({ name });
}
