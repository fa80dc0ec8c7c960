'use server';

import { tickets } from '@/lib/tickets';

export async function createTicket({ show }: { show?: any }) {
  if (tickets.sold >= 100) {
    return { ok: false as const, data: { error: 'Sold out' } };
  }
  tickets.sold += 1;
  return { ok: true as const, data: JSON.parse(JSON.stringify({ number: tickets.sold, show })) };
}
