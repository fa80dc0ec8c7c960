'use server';

import { fail } from '@/lib/fail';
import { seeds } from '@/lib/seeds';
import { checkMember } from '@/lib/require-member';

export async function createSeed(count: number) {
  const member = await checkMember({
    method: 'POST',
    nextUrl: { pathname: '/api/seeds' },
  });
  if (member instanceof Response) {
    return { ok: false as const, data: await member.json() };
  }

  if (count < 1) {
    const response = fail('How many?');
    return { ok: false as const, data: await response.json() };
  }
  seeds.set(member.id, count);
  return { ok: true as const, data: { count } };
}
