import { NextResponse } from 'next/server';

export async function /*|*/POST(request: Request) {
  const { name } = await request.json();
  if (name.length < 3) {
    return NextResponse.json({ error: 'Three letters at least' }, { status: 400 });
  }
  return NextResponse.json({ suggestion: `${name}-1` });
}
