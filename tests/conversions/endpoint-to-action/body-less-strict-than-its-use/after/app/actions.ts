'use server';

import { deposit } from '@/lib/ledger';

export async function createDeposit({
  amount,
  paidAt,
}: {
  amount: any;
  paidAt?: string;
}) {
  const cents = Math.round(parseFloat(amount) * 100);
  if (!cents) {
    return { ok: false as const, data: { error: 'No amount' } };
  }
  return { ok: true as const, data: JSON.parse(JSON.stringify({ balance: await deposit(cents, paidAt) })) };
}
