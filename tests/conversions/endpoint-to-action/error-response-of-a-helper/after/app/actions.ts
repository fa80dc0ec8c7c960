'use server';

import { responses } from '../lib/responses';

const tags: string[] = [];

export async function createTag(tag: string) {
  try {
    if (!tag) {
      const response = responses.badRequest('A tag needs a name');
      return { ok: false as const, data: await response.json() };
    }
    tags.push(tag);
    return { ok: true as const };
  } catch (error) {
    const response = responses.failed(error);
    return { ok: false as const, data: await response.json() };
  }
}
