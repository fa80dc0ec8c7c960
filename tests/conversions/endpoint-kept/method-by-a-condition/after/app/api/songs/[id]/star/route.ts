import { NextResponse } from 'next/server';
import { createStar, deleteStar } from '@/app/create-star';

export async function POST(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { status, data } = await createStar(id);
  return NextResponse.json(data, { status });
}

export async function DELETE(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const data = await deleteStar(id);
  return NextResponse.json(data);
}
