import { NextResponse } from 'next/server';
import { check } from '@/lib/check';

export async function /*|*/POST(request: Request) {
  await check(request);
  return NextResponse.json({ ok: true });
}
