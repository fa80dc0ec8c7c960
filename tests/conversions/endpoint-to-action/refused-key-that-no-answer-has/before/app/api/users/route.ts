import { NextResponse } from 'next/server';
import { getSession } from '@/lib/auth';
import { db } from '@/lib/db';

/** Creates a user. */
export async function /*|*/POST(request: Request) {
  const session = await getSession();
  if (!session) {
    return NextResponse.json({ error: { message: 'Please sign in' } }, { status: 401 });
  }

  const { name, email } = (await request.json()) as { name: string; email: string };
  if (!email.includes('@')) {
    return NextResponse.json({ error: { message: 'That is no email address' } }, { status: 422 });
  }

  const user = await db.users.create({ name, email });
  return NextResponse.json(user, { status: 201 });
}
