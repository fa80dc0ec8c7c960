'use server';

import type { getUser } from './get-user';

export type User = Awaited<ReturnType<typeof getUser>>;

export async function rename(user: User, name: string) {
  return { ...user, name };
}
