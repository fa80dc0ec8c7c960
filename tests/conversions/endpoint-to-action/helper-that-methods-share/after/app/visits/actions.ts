'use server';

import { cookies } from 'next/headers';
import { addVisit } from '../../lib/visits';
import { inWords } from '../../lib/in-words';
import { requireUser } from '../../lib/require-user';

// A day as it is written everywhere
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export async function createVisit({ place, day }: { place: string; day: string }) {
  try {
    const user = await requireUser((await cookies()).get('token')?.value);
    if (!DAY.test(day)) {
      return { ok: false as const, data: { error: 'This is no day' } };
    }
    await addVisit(user.name, { place, day });
    return { ok: true as const };
  } catch (error) {
    return { ok: false as const, data: { error: inWords(error) } };
  }
}
