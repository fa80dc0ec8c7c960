'use server';

import { invite } from '@/lib/members';

export async function createMember({
  slug,
  email,
  role,
}: {
  slug: string;
  email: string;
  role: string;
}) {
  if (!email.includes('@')) {
    return { ok: false as const, data: { error: { message: 'That is no address' } } };
  }
  const member = await invite(slug, email, role);
  return { ok: true as const, data: { name: member } };
}
