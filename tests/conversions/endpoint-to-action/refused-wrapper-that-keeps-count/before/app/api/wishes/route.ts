import { NextResponse } from 'next/server';
import { limited } from '@/lib/limited';

export const /*|*/POST = limited(20, async (request) => {
  const { wish } = await request.json();
  return NextResponse.json({ wish });
});
