'use server';

import { me } from '@/lib/me';

export async function getMe() {
  try {
    const found = await me();
    if (!found) {
      return { ok: false as const, status: 401 };
    }

    return {
      ok: true as const,
      status: 200,
      data: {
        name: found.name,
        admin: found.admin,
      },
    };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500 };
  }
}
