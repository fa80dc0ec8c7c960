'use server';

import { writeSettings } from '@/lib/settings';
import { checkOwner } from '@/lib/with-owner';

// The color is all that there is to set
export async function updateSettings(color: string) {
  try {
    const refusal = await checkOwner('write');
    if (refusal) {
      return { ok: false as const };
    }

    await writeSettings({ color });
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
