import { NextRequest, NextResponse } from 'next/server';
import { auth } from '@/lib/auth';

const notes: string[] = [];

export async function /*|*/POST(request: NextRequest) {
  const session = await auth.api.getSession({
    headers: request.headers,
  });
  if (!session) {
    return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });
  }
  const { text } = await request.json();
  notes.push(`${session.user.id}: ${text}`);
  return NextResponse.json({ count: notes.length }, { status: 201 });
}
