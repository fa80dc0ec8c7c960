import { NextResponse } from 'next/server';

export async function /*|*/POST(request: Request) {
  const { name } = (await request.json()) as { name: string };
  if (!name) return NextResponse.json({ error: 'No name' }, { status: 400 });
  const status = name.length;
  return NextResponse.json({ name, status }, { status: 201 });
}
