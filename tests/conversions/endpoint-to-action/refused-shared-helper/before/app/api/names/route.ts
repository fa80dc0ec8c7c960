import { NextResponse } from 'next/server';

const names: string[] = [];

export async function GET() {
  return NextResponse.json(names);
}

export async function /*|*/POST(request: Request) {
  const { name } = (await request.json()) as { name: string };
  names.push(name);
  return NextResponse.json({ name });
}
