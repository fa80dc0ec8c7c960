'use server';

import { book } from '@/lib/tickets';

export async function createTicket(seat: string) {
  try {
    if (!seat) {
      return { ok: false as const, data: { error: 'Which seat?' } };
    }
    const id = await book(seat);
    return { ok: true as const, data: { id } };
  } catch {
    return { ok: false as const, data: { error: 'Not booked' } };
  }
}
