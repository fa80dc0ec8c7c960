'use server';

import { like } from '../lib/likes';

export async function createLike(id) {
  return JSON.parse(JSON.stringify({ count: await like(id) }));
}
