import { NextResponse } from 'next/server';
import { choose } from '@/lib/plans';

export async function /*|*/POST(request: Request) {
  const { plan } = (await request.json()) as { plan: string };
  if (plan === 'gold') {
    return NextResponse.json({ message: 'Gold is sold out' }, { status: 403 });
  }
  const until = await choose(plan);
  return NextResponse.json({ until });
}
