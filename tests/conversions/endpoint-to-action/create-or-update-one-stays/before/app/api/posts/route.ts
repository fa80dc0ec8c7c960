import { NextResponse } from 'next/server';
import { insertPost } from '@/lib/db';

const headers = { 'Access-Control-Allow-Origin': '*' };

export async function OPTIONS() {
  return new Response(null, { headers });
}

export async function POST(request: Request) {
  const { title, body } = (await request.json()) as { title: string; body: string };
  if (!title) {
    return NextResponse.json({ error: 'A title is needed' }, { status: 400, headers });
  }
  return NextResponse.json(await insertPost({ title, body }), { headers });
}
