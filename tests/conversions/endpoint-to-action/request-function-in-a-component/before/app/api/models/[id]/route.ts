import { NextResponse } from 'next/server';
import { remove } from '@/lib/models';

export async function DELETE(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await remove(id);
  return NextResponse.json({ removed: true });
}
