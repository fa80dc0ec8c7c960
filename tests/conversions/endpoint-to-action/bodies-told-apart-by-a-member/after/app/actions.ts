'use server';

import { invite } from '@/lib/guests';

export async function createGuest(mail: string) {
  if (!mail.includes('@')) {
    return { error: 'That is no address' };
  }
  const guest = await invite(mail);
  if (!guest) {
    return { error: 'Invited already' };
  }
  return { id: guest.id, seat: guest.seat };
}
