import { NextResponse } from 'next/server';
import { whoAsks } from '@/lib/who';

async function signedIn(request: Request) {
  const who = await whoAsks(request);
  return who ? { who } : { error: NextResponse.json({ error: 'Sign in first' }, { status: 401 }) };
}

export async function /*|*/POST(request: Request) {
  const found = await signedIn(request);
  if (found.error) return found.error;
  return NextResponse.json({ ok: true });
}
