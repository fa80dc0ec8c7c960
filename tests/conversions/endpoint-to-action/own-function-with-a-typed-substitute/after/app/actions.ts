'use server';

import { guests } from '@/lib/guests';

export async function createGuest(name: string) {
  if (guests.length > 99) {
    return { ok: false as const, data: { error: 'The house is full' } };
  }
  const guest = { name, seat: guests.length + 1 };
  guests.push(guest);
  return { ok: true as const, data: JSON.parse(JSON.stringify({ seat: guest.seat })) };
}
