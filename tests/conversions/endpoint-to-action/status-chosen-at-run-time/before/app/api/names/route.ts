import { NextResponse } from 'next/server';

export async function /*|*/POST(request: Request) {
  const { name } = (await request.json()) as { name: string };
  const upstream = await fetch('https://example.com', { method: 'POST', body: name });
  return NextResponse.json({ name }, { status: upstream.status });
}
