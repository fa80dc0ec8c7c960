import { NextResponse } from 'next/server';
import { accept } from '@/lib/invitations';

export async function /*|*/POST(request: Request) {
  const body = (await request.json()) as { token?: unknown };
  if (typeof body.token !== 'string' || !(await accept(body.token))) {
    return NextResponse.json({ error: 'That invitation is gone' }, { status: 404 });
  }
  return NextResponse.json({ ok: true });
}
