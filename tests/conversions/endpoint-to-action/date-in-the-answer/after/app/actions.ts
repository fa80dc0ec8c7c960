'use server';

import { latest } from '@/lib/clock';

export async function createLatest() {
  const entry = await latest();
  return JSON.parse(JSON.stringify(entry));
}
