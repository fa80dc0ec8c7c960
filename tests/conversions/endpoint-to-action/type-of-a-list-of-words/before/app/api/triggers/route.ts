import { NextResponse } from 'next/server';
import { enqueue } from '@/lib/queue';

const EVENTS = ['deal_moved', 'deal_won'] as const;
type DealEvent = (typeof EVENTS)[number];

const URGENT = new Set<DealEvent>(['deal_won']);

export async function POST/*|*/(request: Request) {
  const body = await request.json();
  const { event, dealId } = body as { event: DealEvent; dealId?: string };
  if (!event || !EVENTS.includes(event)) {
    return NextResponse.json({ error: 'Invalid event' }, { status: 400 });
  }
  await enqueue(event, dealId ?? null, URGENT.has(event));
  return NextResponse.json({ queued: true });
}
