'use server';

import { NextResponse } from 'next/server';
import { db } from '@/lib/db';

export async function createCrate(crate: string) {
  const response = await db.transaction(async (tx) => {
    const taken = await tx.take(crate);
    if (!taken) {
      return NextResponse.json({ error: 'It is empty' }, { status: 409 });
    }
    await tx.note(crate, 'somebody');
    return NextResponse.json({ left: taken.left });
  });
  return { ok: response.ok, data: await response.json() };
}
