'use server';

import { addTicket } from '@/lib/db';
import { noteUsage } from '@/lib/usage';

export async function createTicket(subject: string) {
  try {
    const began = Date.now();
    if (!subject) {
      return { ok: false as const, data: { error: 'What is it about?' } };
    }
    const number = await addTicket(subject);
    noteUsage({ endpoint: '/api/tickets', took: Date.now() - began });
    return { ok: true as const, data: { number } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, data: null };
  }
}
