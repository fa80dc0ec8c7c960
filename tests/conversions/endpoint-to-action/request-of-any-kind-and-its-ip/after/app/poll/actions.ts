'use server';

import { headers } from 'next/headers';
import { callerOf } from '@/lib/caller';
import { addVote } from '@/lib/db';

export async function createVote(choice: string) {
  if (!['yes', 'no'].includes(choice)) {
    return { ok: false as const, data: { error: 'Yes or no?' } };
  }
  const { ip, agent } = callerOf({ headers: await headers() });
  await addVote({ choice, ip, agent });
  return { ok: true as const, data: { choice } };
}
