'use server';

import { enqueue } from '@/lib/queue';

const EVENTS = ['deal_moved', 'deal_won'] as const;
type DealEvent = (typeof EVENTS)[number];

const URGENT = new Set<DealEvent>(['deal_won']);

export async function createTrigger({
  event,
  dealId,
}: {
  event: DealEvent;
  dealId?: string;
}) {
  try {
    if (!event || !EVENTS.includes(event)) {
      return;
    }
    await enqueue(event, dealId ?? null, URGENT.has(event));
  } catch (error) {
    console.error(error);
  }
}
