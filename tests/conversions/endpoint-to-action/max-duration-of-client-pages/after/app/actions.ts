'use server';

import { compose } from '@/lib/poems';

export async function createPoem(about: string) {
  return { ok: true, data: JSON.parse(JSON.stringify({ text: await compose(about) })) };
}
