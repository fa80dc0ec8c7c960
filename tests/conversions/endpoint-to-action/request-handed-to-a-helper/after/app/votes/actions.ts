'use server';

import { cookies, headers } from 'next/headers';
import { currentVoter } from '@/lib/voter';
import { votes } from '@/lib/votes';

// Behind a proxy, the first address is the visitor's
function clientIp(request: { headers: Headers }) {
  return request.headers.get('x-forwarded-for')?.split(',')[0] ?? 'unknown';
}

export async function createVote(option: string) {
  const voter = await currentVoter({ cookies: await cookies() });
  if (!voter) {
    return { ok: false as const, data: { error: 'Sign in to vote' } };
  }
  const count = await votes.add(voter, option, clientIp({ headers: await headers() }));
  return { ok: true as const, data: { count } };
}
