'use server';

import { db } from '@/lib/db';

export async function createTicket(title: string) {
  try {
    if (!title) return { ok: false as const, status: 400, data: { error: 'A title is missing' } };
    const ticket = await db.ticket.create({ title });
    return { ok: true as const, status: 201, data: { id: ticket.id } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500, data: null };
  }
}
