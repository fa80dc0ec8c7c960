import { NextResponse } from 'next/server';
import { bets } from '@/lib/bets';

export async function /*|*/POST(request: Request) {
  if (bets.closed) {
    return NextResponse.json({ error: 'No more bets' }, { status: 423 });
  }
  const body = await request.json() as { horse: string; stake?: number };
  const stake = body.stake ?? 1;
  bets.placed.push({ horse: body.horse, stake });
  return NextResponse.json({ horse: body.horse, stake });
}
