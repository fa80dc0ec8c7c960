'use server';

import { cookies } from 'next/headers';
import { bid, bidderOf } from '@/lib/lots';

// A bid that the bidder can pay
export async function createLot({
  lot,
  amount,
}: {
  lot: string;
  amount: number;
}) {
  const bidder = await bidderOf((await cookies()).get('bidder')?.value);
  if (!bidder) {
    return { ok: false as const, data: { problem: 'Who are you?' } };
  }

  const name = bidder.name;
  const { limit } = bidder;
  const bidder2 = `${name} (up to ${limit})`;
  if (amount > limit) {
    return { ok: false as const, data: { problem: `Too much for ${bidder2}` } };
  }
  console.log(`${bidder2} bids ${amount}`);
  return { ok: true as const, data: await bid(lot, amount) };
}
