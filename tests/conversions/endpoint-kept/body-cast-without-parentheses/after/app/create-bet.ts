import 'server-only';
import { bets } from '@/lib/bets';

export async function createBet(readBody: () => Promise<{ horse: string; stake?: number }>) {
  if (bets.closed) {
    return { ok: false as const, status: 423, data: { error: 'No more bets' } };
  }
  const body = await readBody();
  const stake = body.stake ?? 1;
  bets.placed.push({ horse: body.horse, stake });
  return { ok: true as const, status: 200, data: { horse: body.horse, stake } };
}
