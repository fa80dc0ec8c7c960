'use server';

import { join } from '@/lib/teams';

export async function createMember({ id, name }: { id: string; name: string }) {
  try {
    if (!name) {
      return { ok: false as const, status: 400, data: { error: 'Who?' } };
    }
    const size = await join(id, name);
    return { ok: true as const, status: 200, data: { size } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500, data: null };
  }
}
