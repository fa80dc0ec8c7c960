'use server';

import { findBuyer, openSession } from '@/lib/shop';

export async function checkout(item: string) {
  const buyer = findBuyer();
  const session = await openSession(item);
  return { url: session.url, name: buyer?.name };
}
