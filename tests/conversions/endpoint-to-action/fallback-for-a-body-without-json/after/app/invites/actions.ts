'use server';

import { invites } from '@/lib/invites';
import { checkAdmin } from '@/lib/admin';

export async function createInvite(email: any) {
  try {
    const refusal = await checkAdmin();
    if (refusal instanceof Response) {
      return { ok: false as const, data: {} };
    }

    if (!email) {
      return { ok: false as const, data: { error: 'email is required' } };
    }
    if (await invites.has(email)) {
      return { ok: false as const, data: {} };
    }
    return { ok: true as const, data: { inviteId: await invites.send(email) } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, data: {} };
  }
}
