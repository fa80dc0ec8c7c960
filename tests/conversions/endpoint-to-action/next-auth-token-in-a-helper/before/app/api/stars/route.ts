import { NextResponse, type NextRequest } from 'next/server';
import { stars } from '@/lib/stars';
import { idOf } from '@/lib/who';

export async function /*|*/POST(req: NextRequest) {
  const id = await idOf(req);
  if (!id) {
    return NextResponse.json({ error: 'Sign in to give a star' }, { status: 401 });
  }
  stars.set(id, (stars.get(id) ?? 0) + 1);
  return NextResponse.json({ given: stars.get(id) ?? 0 });
}
