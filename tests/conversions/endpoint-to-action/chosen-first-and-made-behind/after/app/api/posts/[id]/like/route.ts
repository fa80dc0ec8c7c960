import { NextResponse } from 'next/server';
import { unlike } from '@/lib/likes';

type Context = { params: Promise<{ id: string }> };

export async function DELETE(request: Request, { params }: Context) {
  const { id } = await params;
  return NextResponse.json(await unlike(id));
}
