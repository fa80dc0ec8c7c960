'use server';

import { createKey, currentUser } from '@/lib/keys';

export async function createKeyAction(name: string) {
  try {
    const user = await currentUser();
    if (!user) {
      return { ok: false as const, statusText: 'Unauthorized' };
    }
    if (user.keys >= 5) {
      return { ok: false as const, statusText: `Only ${user.keys} keys` };
    }
    try {
      return { ok: true as const, data: { key: await createKey(name) } };
    } catch (error) {
      console.error(error);
      return { ok: false as const, statusText: 'Internal Server Error' };
    }
  } catch (error) {
    console.error(error);
    return { ok: false as const, statusText: 'Internal Server Error' };
  }
}
