'use server';

import { accept } from '@/lib/invitations';

export async function createInvitation(body: { token?: unknown; userId?: unknown }) {
  if (typeof body.token !== 'string' || !(await accept(body.token))) {
    return { ok: false as const, data: { error: 'That invitation is gone' } };
  }
  return { ok: true as const };
}
