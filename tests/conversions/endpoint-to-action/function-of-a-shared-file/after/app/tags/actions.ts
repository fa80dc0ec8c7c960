'use server';

import { logged } from '@/lib/log';
import { addTag } from '@/lib/tags';

export async function createTag(name: string) {
  if (!name) {
    return { ok: false as const, data: { problem: 'A tag needs a name' } };
  }
  logged('tag', name);
  return { ok: true as const, data: await addTag(name, 'red') };
}
