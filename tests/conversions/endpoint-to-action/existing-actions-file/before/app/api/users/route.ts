import { NextResponse } from 'next/server';
import { getSession } from '@/lib/auth';
import { db } from '@/lib/db';

export async function /*|*/POST(request: Request) {
  if (!(await getSession())) {
    return NextResponse.json({ error: { message: 'Please sign in' } }, { status: 401 });
  }
  const { name, email } = await request.json();
  const user = await db.users.create({ name, email });
  return NextResponse.json(user, { status: 201 });
}
