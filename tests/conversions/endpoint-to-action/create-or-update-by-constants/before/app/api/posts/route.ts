import { NextResponse } from 'next/server';
import { insertPost } from '@/lib/db';

export async function /*|*/POST(request: Request) {
  const { title, body } = (await request.json()) as { title: string; body: string };
  if (!title) {
    return NextResponse.json({ error: 'A title is needed' }, { status: 400 });
  }
  return NextResponse.json(await insertPost({ title, body }));
}
