'use server';

import { noted, tickets } from '@/lib/tickets';

export async function createUse(ticketId: string) {
  const ticket = tickets.get(ticketId);
  noted('A ticket is used', { method: 'POST', path: `/api/tickets/${ticketId}/use` });
  if (!ticket || ticket.isUsed) {
    return { ok: false as const, data: { error: 'This ticket is not valid' } };
  }
  ticket.isUsed = true;
  return { ok: true as const, data: JSON.parse(JSON.stringify({ seat: ticket.seat })) };
}
