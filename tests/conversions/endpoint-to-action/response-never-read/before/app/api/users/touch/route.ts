import { NextResponse } from 'next/server';
import { db } from '@/lib/db';

export async function /*|*/POST() {
  const user = await db.users.update('1', { name: 'touched' });
  if (!user) {
    return NextResponse.json({ error: 'Not found' }, { status: 404 });
  }
  return NextResponse.json(user);
}
