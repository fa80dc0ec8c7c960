'use server';

import { links } from '@/lib/links';
import { checkAdmin } from '@/lib/admin';

export async function deleteLinks(key: string) {
  const refusal = await checkAdmin();
  if (refusal instanceof Response) {
    throw new Error(await refusal.text());
  }

  if (!key || key.length > 40) {
    throw new Error(`Not a key: ${key}`);
  }
  if (key.startsWith('_')) {
    throw new Error('Forbidden');
  }
  const link = await links.remove(key);
  if (!link) {
    return { ok: false as const, data: { error: 'Link not found' } };
  }
  return { ok: true as const, data: { link } };
}
