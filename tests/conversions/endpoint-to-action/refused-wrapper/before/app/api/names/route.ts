import { NextResponse } from 'next/server';
import { withUser } from '@/lib/with-user';

export const /*|*/POST = withUser(async () => {
  return NextResponse.json({ ok: true });
});
