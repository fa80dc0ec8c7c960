'use server';

import { changeTeam } from '@/lib/teams';

export async function suspendTeam(slug: string) {
  try {
    if (!(await changeTeam(slug, { suspended: true }))) {
      return { ok: false as const, data: 'No such team' };
    }
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const, data: '' };
  }
}

export async function restoreTeam(slug: string) {
  try {
    await changeTeam(slug, { suspended: false });
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const, data: '' };
  }
}
