'use server';

import { guard } from '@/lib/guard';
import { loans } from '@/lib/loans';

export async function createLoan(book: string) {
  const member = await guard();
  if (member instanceof Response) return { ok: false as const, data: await member.json() };
  loans.set(member.id, [...(loans.get(member.id) ?? []), book]);
  return { ok: true as const, data: { count: loans.get(member.id)?.length } };
}
