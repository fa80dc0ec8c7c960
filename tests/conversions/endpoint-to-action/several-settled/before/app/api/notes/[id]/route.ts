import { NextResponse } from 'next/server';
import { remove } from '@/lib/notes';

export async function /*|*/DELETE(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!(await remove(id))) {
    return NextResponse.json({ error: 'The last note stays' }, { status: 409 });
  }
  return NextResponse.json({ ok: true });
}
