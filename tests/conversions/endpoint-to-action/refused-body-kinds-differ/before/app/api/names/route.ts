import { NextResponse } from 'next/server';

export async function /*|*/POST(request: Request) {
  const { name } = (await request.json()) as { name: string };
  if (!name) {
    return new NextResponse('No name', { status: 400 });
  }
  return new NextResponse(`Saved ${name}`);
}
