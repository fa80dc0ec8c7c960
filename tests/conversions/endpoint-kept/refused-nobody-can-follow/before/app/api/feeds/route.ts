import { NextResponse } from 'next/server';

export async function /*|*/POST(request: Request) {
  const { feed } = await request.json();
  return NextResponse.json({ feed });
}
