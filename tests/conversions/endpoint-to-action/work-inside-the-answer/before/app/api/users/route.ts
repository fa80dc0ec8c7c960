import { NextResponse } from 'next/server';
import { db } from '@/lib/db';

export async function /*|*/POST(request: Request) {
  const { name } = (await request.json()) as { name: string };
  if (name.length > 80) {
    return NextResponse.json({ error: `Too long: ${String(name.length)}` }, { status: 400 });
  }
  return NextResponse.json({ user: await db.users.create({ name, email: '' }), at: Date.now() });
}
