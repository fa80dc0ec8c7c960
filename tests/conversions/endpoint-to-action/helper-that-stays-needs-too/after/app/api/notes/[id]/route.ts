import { NextResponse } from 'next/server';
import { findNote } from './shared';

interface Context {
  params: Promise<{ id: string }>;
}

export async function GET(_: Request, { params }: Context) {
  const note = await findNote((await params).id);
  return note ? NextResponse.json(note) : new Response('Not found', { status: 404 });
}
