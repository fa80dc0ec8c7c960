'use server';

import { bets } from '@/lib/bets';

export async function createBet(body: { horse: string; stake?: number }) {
  if (bets.closed) {
    return { ok: false as const, data: { error: 'No more bets' } };
  }
  const stake = body.stake ?? 1;
  bets.placed.push({ horse: body.horse, stake });
  return { ok: true as const, data: { horse: body.horse, stake } };
}
