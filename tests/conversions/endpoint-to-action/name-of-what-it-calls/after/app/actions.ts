'use server';

import { createUser } from '@/lib/users';

export async function createUserAction(name: string) {
  const user = await createUser(name);
  return { user };
}
