'use server';

import { book } from '@/lib/tickets';

export async function createTicket(seat: string) {
  try {
    if (!seat) {
      return { ok: false as const, status: 400, data: { error: 'Which seat?' } };
    }
    const id = await book(seat);
    return { ok: true as const, status: 201, data: { id } };
  } catch {
    return { ok: false as const, status: 500, data: { error: 'Not booked' } };
  }
}
