import { NextResponse } from 'next/server';
import { sync } from '@/lib/models';

export async function /*|*/POST() {
  const count = await sync();
  if (count === 0) {
    return NextResponse.json({ error: 'Nothing to sync' }, { status: 409 });
  }
  return NextResponse.json({ count });
}
