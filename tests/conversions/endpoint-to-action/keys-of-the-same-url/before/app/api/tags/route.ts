import { NextResponse } from 'next/server';
import { tags } from '@/lib/tags';

export async function GET() {
  return NextResponse.json(await tags.all());
}

export async function /*|*/POST(request: Request) {
  const { name } = (await request.json()) as { name: string };
  const tag = await tags.create(name);
  return NextResponse.json(tag, { status: 201 });
}
