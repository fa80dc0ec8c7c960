import { NextResponse } from 'next/server';
import { addLink } from '@/lib/links';

export async function POST(request: Request) {
  const { target, owner } = await request.json();
  const link = await addLink(String(target), String(owner));
  if (!link) {
    return NextResponse.json('That is no link', { status: 400 });
  }
  return NextResponse.json({ id: link.id });
}
