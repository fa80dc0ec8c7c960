import { NextResponse } from 'next/server';
import { links } from '@/lib/links';

export async function /*|*/DELETE(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await links.delete(id);
  return NextResponse.json({ id });
}
