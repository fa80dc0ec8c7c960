'use server';

import { requireUser } from '../lib/auth';

export async function /*|*/act(value) {
  const user = await requireUser();
  return { user, value };
}
