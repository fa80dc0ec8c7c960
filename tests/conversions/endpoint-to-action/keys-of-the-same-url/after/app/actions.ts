'use server';

import { tags } from '@/lib/tags';

export async function createTag(name: string) {
  try {
    await tags.create(name);
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
