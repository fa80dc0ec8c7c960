import { NextResponse } from 'next/server';

type Stored = { since: string; words: string[] };

const stored: Stored[] = [];

export async function /*|*/POST(request: Request) {
  const filters: Stored = await request.json();
  stored.push(filters);
  return NextResponse.json(null, { status: 201 });
}
