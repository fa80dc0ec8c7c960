import { NextResponse } from 'next/server';
import { db } from '@/lib/db';

export async function /*|*/POST(request: Request, { params }: { params: Promise<{ crate: string }> }) {
  void request.url;
  const { crate } = await params;
  return db.transaction(async (tx) => {
    const taken = await tx.take(crate);
    if (!taken) {
      return NextResponse.json({ error: 'It is empty' }, { status: 409 });
    }
    await tx.note(crate, 'somebody');
    return NextResponse.json({ left: taken.left });
  });
}
